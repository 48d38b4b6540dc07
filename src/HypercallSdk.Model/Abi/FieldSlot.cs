namespace HypercallSdk.Model.Abi;

/// <summary>A stretch of a record.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Size">How long it is, in bytes; 0 for a flexible array.</param>
/// <param name="Field">The field's position in the declaration, counted from 0; else what the stretch is there for.</param>
public sealed record FieldSlot(int Offset, int Size, int Field)
{
    /// <summary>What <see cref="Field"/> is for padding.</summary>
    public const int Padding = -1;

    /// <summary>What <see cref="Field"/> is for bytes that several fields share: bit-fields, or the members of a union.</summary>
    public const int Shared = -2;

    /// <summary>Whether nothing is declared here: the bytes are there for alignment and must be zero.</summary>
    public bool IsPadding => Field == Padding;

    /// <summary>Whether fields share these bytes; <see cref="RecordLayout.Places"/> says how.</summary>
    public bool IsShared => Field == Shared;
}
