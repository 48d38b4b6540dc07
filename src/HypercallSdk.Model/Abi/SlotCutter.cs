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
        List<FieldPlace> bits = [];
        int offset = 0;
        for (int index = 0; index < fields.Count; index++)
        {
            if (places[index] == FieldPlace.Nowhere)
            {
                continue;
            }

            if (fields[index].BitWidth is null)
            {
                CutGap(slots, bits, offset, places[index].Offset, alignment);
                slots.Add(new FieldSlot(places[index].Offset, places[index].Size, index));
                offset = places[index].End;
            }
            else if (fields[index].Name.Length != 0)
            {
                bits.Add(places[index]);
            }
        }

        CutGap(slots, bits, offset, size, alignment);
        return slots;
    }

    /// <summary>Cuts a union: its members share all of it, what lies behind the longest too.</summary>
    public static List<FieldSlot> CutShared(int size, int alignment)
    {
        List<FieldSlot> slots = [];
        CutIntegers(slots, 0, size, alignment, FieldSlot.Shared);
        return slots;
    }

    /// <summary>Cuts what lies between two fields that are no bit-fields: the bytes of bit-fields, and padding.</summary>
    private static void CutGap(List<FieldSlot> slots, List<FieldPlace> bits, int offset, int end, int alignment)
    {
        int next = 0;
        while (next < bits.Count)
        {
            int first = bits[next].FirstByte;
            int last = first;
            for (; next < bits.Count && bits[next].FirstByte <= last; next++)
            {
                last = bits[next].LastByte + 1;
            }

            CutIntegers(slots, offset, first, alignment, FieldSlot.Padding);
            CutIntegers(slots, first, last, alignment, FieldSlot.Shared);
            offset = last;
        }

        bits.Clear();
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
