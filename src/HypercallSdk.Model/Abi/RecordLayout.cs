using System;
using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>Where a C compiler puts the fields of a record.</summary>
/// <param name="Size">What <c>sizeof</c> says, in bytes.</param>
/// <param name="Alignment">What <c>_Alignof</c> says, in bytes.</param>
/// <param name="Slots">Every byte of the record in order: fields, and the padding between and behind them.</param>
public sealed record RecordLayout(int Size, int Alignment, EquatableArray<FieldSlot> Slots)
{
    /// <summary>Lays the fields out as C does: each at the next multiple of its alignment.</summary>
    public static RecordLayout Of(IReadOnlyList<AbiField> fields, DataModel model)
    {
        List<FieldSlot> slots = [];
        int offset = 0;
        int alignment = 1;
        for (int index = 0; index < fields.Count; index++)
        {
            AbiType type = fields[index].Type;
            int fieldAlignment = type.AlignmentIn(model);
            offset = Pad(slots, offset, fieldAlignment);
            int size = type.SizeIn(model); // once: a nested record computes it anew
            slots.Add(new FieldSlot(offset, size, index));
            offset += size;
            alignment = Math.Max(alignment, fieldAlignment);
        }

        return new RecordLayout(Pad(slots, offset, alignment), alignment, new EquatableArray<FieldSlot>(slots));
    }

    /// <summary>
    /// Fills up to the next multiple of an alignment. A gap is cut into naturally aligned pieces, so that each is one integer.
    /// </summary>
    private static int Pad(List<FieldSlot> slots, int offset, int alignment)
    {
        while (offset % alignment != 0)
        {
            int piece = offset & -offset;
            slots.Add(new FieldSlot(offset, piece, Field: -1));
            offset += piece;
        }

        return offset;
    }
}
