namespace HypercallSdk.Model.Abi;

/// <summary>C's <c>bool</c>: one byte that is 0 or 1.</summary>
public sealed record BooleanType : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => Scalar(1, model);
}
