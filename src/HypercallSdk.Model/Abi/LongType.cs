namespace HypercallSdk.Model.Abi;

/// <summary>C's <c>long</c> or <c>unsigned long</c>, which is as wide as a register on all four ABIs.</summary>
/// <param name="IsSigned">Whether it has a sign.</param>
public sealed record LongType(bool IsSigned) : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => Scalar(model.PointerSize, model);
}
