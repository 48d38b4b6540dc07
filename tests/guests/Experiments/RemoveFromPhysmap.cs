namespace HypercallSdk.Guests.Experiments;

/// <summary><c>struct xen_remove_from_physmap</c>, 16 bytes.</summary>
internal struct RemoveFromPhysmap
{
    public ushort Domid;
    public ulong Gpfn;
}
