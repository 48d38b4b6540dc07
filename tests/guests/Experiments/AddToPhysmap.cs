namespace HypercallSdk.Guests.Experiments;

/// <summary><c>struct xen_add_to_physmap</c>, 24 bytes.</summary>
internal struct AddToPhysmap
{
    public ushort Domid;
    public ushort Size;
    public uint Space;
    public ulong Idx;
    public ulong Gpfn;
}
