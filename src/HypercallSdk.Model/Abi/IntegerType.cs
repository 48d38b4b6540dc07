namespace HypercallSdk.Model.Abi;

/// <summary>An integer of fixed width.</summary>
/// <param name="Size">The width in bytes: 1, 2, 4 or 8.</param>
/// <param name="IsSigned">Whether it has a sign.</param>
public sealed record IntegerType(int Size, bool IsSigned) : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => Scalar(Size, model);
}
