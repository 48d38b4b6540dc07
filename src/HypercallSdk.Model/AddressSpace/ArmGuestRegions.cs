using HypercallSdk.Model.Xen;
using HypercallSdk.Xen;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>
/// Xen's Arm guest layout, as far as something lives there. Where RAM and free regions are, the device tree says, and nothing
/// else is to be believed.
/// </summary>
internal static class ArmGuestRegions
{
    private const string Source = "Xen's Arm guest layout";

    // GUEST_GICD_BASE and GUEST_GICC_BASE of Xen 4.4, each with its size.
    private const ulong FormerGicdBase = 0x2C001000;
    private const ulong FormerGiccBase = 0x2C002000;
    private const ulong FormerGiccSize = 0x100;

    private static readonly XenRelease Former = new(4, 4);

    /// <summary>All of it.</summary>
    public static HiddenRegion[] All { get; } =
    [
        new(Named(
            RegionKind.MagicPages,
            ArmGuestLayout.MagicBase,
            ArmGuestLayout.MagicSize,
            "Xen's magic pages (console, xenstore, memory access, virtual UART)")),
        Device(ArmGuestLayout.VirtioMmioBase, ArmGuestLayout.VirtioMmioSize, "virtio devices"),
        Device(ArmGuestLayout.Gicv3GicdBase, ArmGuestLayout.Gicv3GicdSize, "the GIC's distributor"),
        Device(ArmGuestLayout.GiccBase, ArmGuestLayout.GiccSize, "the GICv2's processor interface"),
        Device(ArmGuestLayout.Gicv3Gicr0Base, ArmGuestLayout.Gicv3Gicr0Size, "the GICv3's redistributors"),
        Device(FormerGicdBase, ArmGuestLayout.GicdSize, "the GIC's distributor in Xen 4.4", Former),
        Device(FormerGiccBase, FormerGiccSize, "the GIC's processor interface in Xen 4.4", Former),
        Device(ArmGuestLayout.VpciEcamBase, ArmGuestLayout.VpciEcamSize, "virtual PCI's configuration space"),
        new(Named(RegionKind.ReservedMemory, ArmGuestLayout.AcpiBase, ArmGuestLayout.AcpiSize, "ACPI tables"), Yields: true),
        Device(ArmGuestLayout.Pl011Base, ArmGuestLayout.Pl011Size, "the emulated PL011"),
        Device(ArmGuestLayout.VpciMemoryBase, ArmGuestLayout.VpciMemorySize, "virtual PCI's memory"),
        Device(ArmGuestLayout.VpciPrefetchableBase, ArmGuestLayout.VpciPrefetchableSize, "virtual PCI's prefetchable memory"),
    ];

    private static HiddenRegion Device(ulong start, ulong size, string name, XenRelease? until = null) =>
        new(Named(RegionKind.Device, start, size, name), until, Yields: true);

    private static Region Named(RegionKind kind, ulong start, ulong size, string name) => new(kind, start, size, name, Source);
}
