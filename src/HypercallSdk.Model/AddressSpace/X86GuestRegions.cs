namespace HypercallSdk.Model.AddressSpace;

/// <summary>What lies at fixed addresses below 4 GiB in a translated x86 guest.</summary>
internal static class X86GuestRegions
{
    private const string Pc = "the PC's layout";
    private const string Toolstack = "Xen's x86 guest layout";
    private const string Loader = "hvmloader";

    // The architecture's, and where PVH too was seen to answer 0. A page over the local APIC shadowed it.
    private static readonly HiddenRegion[] Common =
    [
        new(new Region(RegionKind.ReservedMemory, 0xA0000, 0x60000, "video memory and firmware below 1 MiB", Pc), Yields: true),
        new(new Region(RegionKind.Device, 0xFEC00000, 0x1000, "the IO-APIC", Pc)),
        new(new Region(RegionKind.Device, 0xFED00000, 0x400, "the HPET", Pc)),
        new(new Region(RegionKind.Device, 0xFEE00000, 0x1000, "the local APIC", Pc)),

        // X86_HVM_END_SPECIAL_REGION and X86_HVM_NR_SPECIAL_PAGES.
        new(new Region(
            RegionKind.MagicPages,
            0xFEFF8000,
            0x8000,
            "Xen's special pages (paging, access, sharing, ioreq, xenstore, identity page table, console)",
            Toolstack)),
    ];

    /// <summary>A PVH guest's.</summary>
    public static HiddenRegion[] Pvh { get; } =
    [
        .. Common,

        // ACPI_INFO_PHYSICAL_ADDRESS; RESERVED_MEMORY_DYNAMIC_START is where hvmloader would go on.
        new(new Region(RegionKind.ReservedMemory, 0xFC000000, 0x100000, "ACPI information", Toolstack), Yields: true),
    ];

    /// <summary>A guest's with emulated devices; its memory above 0xfc000000 is reserved, but for a piece left to the guest.</summary>
    public static HiddenRegion[] Hvm { get; } =
    [
        .. Common,
        new(new Region(RegionKind.Device, 0xF0000000, 0xC000000, "PCI devices' memory", Loader)),
        new(new Region(RegionKind.ReservedMemory, 0xFC000000, 0x2700000, "hvmloader's tables", Loader)),
        new(new Region(RegionKind.Extended, 0xFE700000, 0x100000, "what hvmloader leaves to the guest", Loader)),
        new(new Region(RegionKind.ReservedMemory, 0xFE800000, 0x1800000, "what hvmloader reserves up to 4 GiB", Loader)),
        new(new Region(RegionKind.Device, 0xFED40000, 0x5000, "the TPM", Loader)),

        // NR_IOREQ_SERVER_PAGES below the special pages.
        new(new Region(RegionKind.MagicPages, 0xFEFF0000, 0x8000, "Xen's ioreq server pages", Toolstack)),
    ];
}
