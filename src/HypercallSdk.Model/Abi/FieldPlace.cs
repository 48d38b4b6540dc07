namespace HypercallSdk.Model.Abi;

/// <summary>Where a field lies.</summary>
/// <param name="Offset">
/// Where it begins, in bytes. For a bit-field, where the smallest integer begins that holds the whole of it and that is aligned
/// as the field's type allows: its storage unit. Units may overlap each other and, since C packs bit-fields right behind other
/// fields, those as well; writing a bit-field must leave the unit's other bits alone.
/// </param>
/// <param name="Size">How long the field or the storage unit is, in bytes.</param>
/// <param name="BitOffset">How many bits of the storage unit lie below the field; 0 for a field that is no bit-field.</param>
/// <param name="BitWidth">The width in bits of a bit-field; 0 for a field that is none.</param>
public sealed record FieldPlace(int Offset, int Size, int BitOffset = 0, int BitWidth = 0)
{
    /// <summary>The place of a field that the ABI does not have: nowhere.</summary>
    public static FieldPlace Nowhere { get; } = new(-1, 0);

    /// <summary>Where the field or the storage unit ends, in bytes.</summary>
    public int End => Offset + Size;

    /// <summary>The first byte that holds a bit of the bit-field; its storage unit may begin before it.</summary>
    public int FirstByte => Offset + (BitOffset / 8);

    /// <summary>The last byte that holds a bit of the bit-field; its storage unit may end behind it.</summary>
    public int LastByte => Offset + ((BitOffset + BitWidth - 1) / 8);

    /// <summary>Whether it is a bit-field's.</summary>
    public bool IsBits => BitWidth != 0;

    /// <summary>The same bits of a bit-field, counted in another unit that holds all of them.</summary>
    /// <param name="offset">Where the unit begins, in bytes.</param>
    /// <param name="size">How long it is, in bytes.</param>
    public FieldPlace Within(int offset, int size) => new(offset, size, BitOffset + ((Offset - offset) * 8), BitWidth);
}
