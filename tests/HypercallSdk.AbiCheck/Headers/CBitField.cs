using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>A bit-field, which C gives no address: what a struct is that is zero but for it shows where it lies.</summary>
/// <param name="File">The file that declares it.</param>
/// <param name="Subject">The record and the field.</param>
/// <param name="Type">The C type of the record.</param>
/// <param name="Size">The record's size in bytes.</param>
/// <param name="Path">The C names that lead to the field.</param>
/// <param name="Place">Where it should lie.</param>
internal sealed record CBitField(string File, string Subject, string Type, int Size, string Path, FieldPlace Place)
{
    /// <summary>The first of its bits, counted from the record's beginning.</summary>
    public int FirstBit => (Place.Offset * 8) + Place.BitOffset;
}
