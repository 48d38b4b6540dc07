namespace HypercallSdk.Model.AddressSpace;

/// <summary>What a region of a guest's physical address space holds. The order is the order of precedence where regions overlap.</summary>
public enum RegionKind
{
    /// <summary>Xen's magic pages: console, xenstore, memory access, virtual UART. No device tree describes them.</summary>
    MagicPages,

    /// <summary>A device's registers, emulated or passed through.</summary>
    Device,

    /// <summary>Memory with a purpose of its own: reserved-memory, the memory reservation block, firmware.</summary>
    ReservedMemory,

    /// <summary>The guest's own memory.</summary>
    Ram,

    /// <summary>Region 0 of /hypervisor: free, and meant for the grant table.</summary>
    GrantTable,

    /// <summary>A further region of /hypervisor: free, and meant for foreign pages and grants. Since Xen 4.16.</summary>
    Extended,
}
