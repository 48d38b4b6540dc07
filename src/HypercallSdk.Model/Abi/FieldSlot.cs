namespace HypercallSdk.Model.Abi;

/// <summary>A stretch of a record.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Size">How long it is, in bytes.</param>
/// <param name="Field">The field's position in the declaration, counted from 0; -1 for padding.</param>
public sealed record FieldSlot(int Offset, int Size, int Field)
{
    /// <summary>Whether nothing is declared here: the bytes are there for alignment and must be zero.</summary>
    public bool IsPadding => Field < 0;
}
