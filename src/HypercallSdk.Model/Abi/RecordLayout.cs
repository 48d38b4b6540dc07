using System;
using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>Where a C compiler puts the fields of a struct or union.</summary>
/// <param name="Size">What <c>sizeof</c> says, in bytes.</param>
/// <param name="Alignment">What <c>_Alignof</c> says, in bytes.</param>
/// <param name="Slots">
/// Every byte in order and once: fields, the padding between and behind them, and what fields share. Padding and shared bytes
/// are cut into naturally aligned integers that align no more strictly than the whole.
/// </param>
/// <param name="Places">
/// Where each field lies, in the order of their declaration; the units of bit-fields may overlap. A field that the ABI does not
/// have is <see cref="FieldPlace.Nowhere"/>.
/// </param>
public sealed record RecordLayout(
    int Size, int Alignment, EquatableArray<FieldSlot> Slots, EquatableArray<FieldPlace> Places)
{
    /// <summary>
    /// The positions of the fields whose declared offset lies within the field before or is not aligned as their type demands; they
    /// lie where C's rules put them.
    /// </summary>
    public EquatableArray<int> Misplaced { get; init; }

    /// <summary>Lays fields out as a struct's: each at the next multiple of its alignment, bit-fields packed.</summary>
    public static RecordLayout Of(IReadOnlyList<AbiField> fields, DataModel model)
    {
        FieldPlacer placer = new(model);
        List<FieldPlace> places = [];
        List<int> misplaced = [];
        foreach (AbiField field in fields)
        {
            if (!placer.TryMoveTo(field))
            {
                misplaced.Add(places.Count);
            }

            places.Add(field.IsIn(model) ? placer.Place(field) : FieldPlace.Nowhere);
        }

        int size = placer.Size;
        return new RecordLayout(
            size,
            placer.Alignment,
            new EquatableArray<FieldSlot>(SlotCutter.Cut(fields, places, size, placer.Alignment)),
            new EquatableArray<FieldPlace>(places))
        {
            Misplaced = new EquatableArray<int>(misplaced),
        };
    }

    /// <summary>Lays fields out as a union's: each at the beginning.</summary>
    public static RecordLayout OfUnion(IReadOnlyList<AbiField> fields, DataModel model)
    {
        int end = 0;
        int alignment = 1;
        List<FieldPlace> places = [];
        foreach (AbiField field in fields)
        {
            FieldPlacer placer = new(model);
            places.Add(field.IsIn(model) ? placer.Place(field) : FieldPlace.Nowhere);
            end = Math.Max(end, placer.End);
            alignment = Math.Max(alignment, placer.Alignment);
        }

        int size = FieldPlacer.RoundUp(end, alignment);
        return new RecordLayout(
            size,
            alignment,
            new EquatableArray<FieldSlot>(SlotCutter.CutShared(size, alignment)),
            new EquatableArray<FieldPlace>(places));
    }
}
