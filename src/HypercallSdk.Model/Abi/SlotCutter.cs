using System;
using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>Cuts a record into slots: its fields, and naturally aligned integers for all that lies between.</summary>
internal static class SlotCutter
{
    private const int WidestInteger = 8;

    /// <summary>Cuts a struct.</summary>
    /// <param name="fields">The fields, in order.</param>
    /// <param name="places">Where they lie.</param>
    /// <param name="size">The struct's size in bytes.</param>
    /// <param name="alignment">The struct's alignment in bytes.</param>
    public static List<FieldSlot> Cut(
        IReadOnlyList<AbiField> fields, IReadOnlyList<FieldPlace> places, int size, int alignment)
    {
        List<FieldSlot> slots = [];
        List<FieldPlace> units = [];
        int offset = 0;
        for (int index = 0; index < fields.Count; index++)
        {
            if (fields[index].BitWidth is null)
            {
                CutGap(slots, units, offset, places[index].Offset, alignment);
                slots.Add(new FieldSlot(places[index].Offset, places[index].Size, index));
                offset = places[index].End;
            }
            else if (fields[index].Name.Length != 0)
            {
                units.Add(places[index]);
            }
        }

        CutGap(slots, units, offset, size, alignment);
        return slots;
    }

    /// <summary>Cuts a union: its members share all of it, what lies behind the longest too.</summary>
    public static List<FieldSlot> CutShared(int size, int alignment)
    {
        List<FieldSlot> slots = [];
        CutIntegers(slots, 0, size, alignment, FieldSlot.Shared);
        return slots;
    }

    /// <summary>Cuts what lies between two fields that are no bit-fields: the units of bit-fields, and padding.</summary>
    private static void CutGap(List<FieldSlot> slots, List<FieldPlace> units, int offset, int end, int alignment)
    {
        int unit = 0;
        while (unit < units.Count)
        {
            // A unit reaches over the field before or behind it where bit-fields are packed right beside that.
            int first = Math.Max(offset, units[unit].Offset);
            int last = first;
            for (; unit < units.Count && units[unit].Offset <= last; unit++)
            {
                last = Math.Max(last, Math.Min(end, units[unit].End));
            }

            CutIntegers(slots, offset, first, alignment, FieldSlot.Padding);
            CutIntegers(slots, first, last, alignment, FieldSlot.Shared);
            offset = last;
        }

        units.Clear();
        CutIntegers(slots, offset, end, alignment, FieldSlot.Padding);
    }

    private static void CutIntegers(List<FieldSlot> slots, int offset, int end, int alignment, int kind)
    {
        while (offset < end)
        {
            int size = Math.Min(WidestInteger, alignment);
            while (offset % size != 0 || offset + size > end)
            {
                size /= 2;
            }

            slots.Add(new FieldSlot(offset, size, kind));
            offset += size;
        }
    }
}
