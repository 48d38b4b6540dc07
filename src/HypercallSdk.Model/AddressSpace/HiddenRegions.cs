using HypercallSdk.Model.Xen;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>What lives in a guest's address space without any device tree saying so.</summary>
public static class HiddenRegions
{
    // xen/include/public/arch-arm.h: GUEST_MAGIC_BASE and GUEST_MAGIC_SIZE.
    private const ulong MagicStart = 0x39000000;
    private const ulong MagicSize = 0x1000000;

    private static readonly MemoryMap ArmDomU = new(
    [
        new Region(
            RegionKind.MagicPages,
            MagicStart,
            MagicSize,
            "Xen's magic pages (console, xenstore, memory access, virtual UART)",
            "Xen's Arm guest layout"),
    ]);

    /// <summary>The regions that Xen places for a kind of guest; none for a dom0, whose layout is the host's.</summary>
    public static MemoryMap For(GuestKind guest) => guest == GuestKind.ArmDomU ? ArmDomU : MemoryMap.Empty;
}
