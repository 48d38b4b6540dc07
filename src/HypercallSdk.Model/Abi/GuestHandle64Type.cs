namespace HypercallSdk.Model.Abi;

/// <summary>
/// A guest handle of the tools' interfaces, <c>XEN_GUEST_HANDLE_64</c>: 8 bytes, aligned to 8, on every ABI.
/// </summary>
public sealed record GuestHandle64Type : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => new(Size: 8, Alignment: 8);
}
