using System;

namespace HypercallSdk.Model.Abi;

/// <summary>Finds the place of one field after the other, as C does.</summary>
/// <param name="model">The ABI's widths and rules.</param>
internal sealed class FieldPlacer(DataModel model)
{
    private const int BitsPerByte = 8;

    /// <summary>How far the fields reach, in bits: bit-fields end within bytes.</summary>
    private int _position;

    /// <summary>The strictest alignment of a field so far, in bytes.</summary>
    public int Alignment { get; private set; } = 1;

    /// <summary>How far the fields reach, in bytes.</summary>
    public int End => RoundUp(_position, BitsPerByte) / BitsPerByte;

    /// <summary>The size of a struct of these fields, in bytes.</summary>
    public int Size => RoundUp(End, Alignment);

    /// <summary>The next multiple of an alignment.</summary>
    public static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;

    /// <summary>Goes on at the offset that a field is declared with, if it is; fields that the ABI lacks are nowhere.</summary>
    /// <returns>Whether the field can lie there.</returns>
    public bool TryMoveTo(AbiField field)
    {
        if (field.Offset is not { } offset || !field.IsIn(model))
        {
            return true;
        }

        if (offset < End || offset % field.Type.AlignmentIn(model) != 0)
        {
            return false;
        }

        _position = offset * BitsPerByte;
        return true;
    }

    /// <summary>Places the next field.</summary>
    public FieldPlace Place(AbiField field)
    {
        TypeExtent type = field.Type.ExtentIn(model);
        return field.BitWidth is { } width
            ? PlaceBits(type, width, isNamed: field.Name.Length != 0)
            : PlaceWhole(type);
    }

    private FieldPlace PlaceWhole(TypeExtent type)
    {
        int offset = RoundUp(End, type.Alignment);
        _position = (offset + type.Size) * BitsPerByte;
        Alignment = Math.Max(Alignment, type.Alignment);
        return new FieldPlace(offset, type.Size);
    }

    /// <summary>
    /// A bit-field takes the next bits, unless it would then reach over more of its type's alignment units than a whole value of
    /// the type; then, and with width zero, it begins at such a unit.
    /// </summary>
    private FieldPlace PlaceBits(TypeExtent type, int width, bool isNamed)
    {
        int unit = type.Alignment * BitsPerByte;
        bool overflows = (_position % unit) + width > type.Size * BitsPerByte;
        if (width == 0 || overflows)
        {
            _position = RoundUp(_position, unit);
        }

        int first = _position;
        _position += width;
        if (isNamed || model.UnnamedBitFieldsAlign)
        {
            Alignment = Math.Max(Alignment, type.Alignment);
        }

        return StorageUnit(first, width, type.Alignment);
    }

    private static FieldPlace StorageUnit(int first, int width, int maximumAlignment)
    {
        int size = 1;
        int offset = first / BitsPerByte;
        while ((offset + size) * BitsPerByte < first + width)
        {
            size *= 2;
            int alignment = Math.Min(size, maximumAlignment);
            offset = first / BitsPerByte / alignment * alignment;
        }

        return new FieldPlace(offset, width == 0 ? 0 : size, first - (offset * BitsPerByte), width);
    }
}
