namespace HypercallSdk.Model.AddressSpace;

/// <summary>What a region of a guest's physical address space holds. The order is the order of precedence where regions overlap.</summary>
public enum RegionKind
{
    /// <summary>
    /// Pages through which Xen or its toolstack talks to the guest: Arm's magic pages (console, xenstore, memory access, virtual
    /// UART), x86's special pages. No device tree describes them.
    /// </summary>
    MagicPages,

    /// <summary>A device's registers, emulated or passed through.</summary>
    Device,

    /// <summary>Memory with a purpose of its own: reserved-memory, the memory reservation block, firmware.</summary>
    ReservedMemory,

    /// <summary>The guest's own memory.</summary>
    Ram,

    /// <summary>Region 0 of /hypervisor: free, and meant for the grant table.</summary>
    GrantTable,

    /// <summary>
    /// Free, and meant for foreign pages and grants: a further region of /hypervisor, since Xen 4.16; what hvmloader leaves to an
    /// x86 guest, since 4.3.
    /// </summary>
    Extended,
}
