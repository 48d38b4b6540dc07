namespace HypercallSdk.Model.Abi;

/// <summary>A guest handle: a pointer that the hypervisor follows through the guest's current translation.</summary>
public sealed record GuestHandleType : AbiType
{
    /// <inheritdoc/>
    public override int SizeIn(DataModel model) => model.HandleSize;

    /// <inheritdoc/>
    public override int AlignmentIn(DataModel model) => model.AlignmentOf(model.HandleSize);
}
