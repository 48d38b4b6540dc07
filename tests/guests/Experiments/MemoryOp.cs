namespace HypercallSdk.Guests.Experiments;

/// <summary>What of <c>xen/include/public/memory.h</c> the experiments need.</summary>
internal static class MemoryOp
{
    /// <summary><c>XENMEM_add_to_physmap</c>.</summary>
    public const ulong AddToPhysmap = 7;

    /// <summary><c>XENMEM_remove_from_physmap</c>.</summary>
    public const ulong RemoveFromPhysmap = 15;

    /// <summary><c>DOMID_SELF</c>.</summary>
    public const ushort DomidSelf = 0x7FF0;

    /// <summary><c>XENMAPSPACE_grant_table</c>.</summary>
    public const uint GrantTable = 1;
}
