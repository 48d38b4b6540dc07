namespace HypercallSdk.Model.Abi;

/// <summary>
/// A guest handle in a struct, <c>XEN_GUEST_HANDLE</c>: a pointer that the hypervisor follows through the guest's current
/// translation. On both Arms it has 8 bytes, of which 32-bit Arm's pointer fills the lower 4; on x86 it is a pointer.
/// </summary>
public sealed record GuestHandleType : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => Scalar(model.HandleSize, model);
}
