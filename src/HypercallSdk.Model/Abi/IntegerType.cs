namespace HypercallSdk.Model.Abi;

/// <summary>An integer of fixed width.</summary>
/// <param name="Size">The width in bytes: 1, 2, 4 or 8.</param>
/// <param name="IsSigned">Whether it has a sign.</param>
public sealed record IntegerType(int Size, bool IsSigned) : AbiType
{
    /// <inheritdoc/>
    public override int SizeIn(DataModel model) => Size;

    /// <inheritdoc/>
    public override int AlignmentIn(DataModel model) => model.AlignmentOf(Size);
}
