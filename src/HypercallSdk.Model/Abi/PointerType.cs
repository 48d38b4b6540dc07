namespace HypercallSdk.Model.Abi;

/// <summary>
/// A pointer as C has it: <c>XEN_GUEST_HANDLE_PARAM</c>, which travels in a register, or a plain pointer in a record.
/// </summary>
public sealed record PointerType : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => Scalar(model.PointerSize, model);
}
