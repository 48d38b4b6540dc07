using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>
/// The two domains that the experiments on real Xen 4.17.7 ran in (QEMU's virt board, 1 GiB): frames, as they were used there.
/// </summary>
public sealed record GuestLayout(
    GuestKind Kind,
    ulong RamStart,
    ulong RamSize,
    ulong Grant,
    ulong GrantSize,
    ulong BeyondGrant,
    ulong Extended,
    ulong GrantMapping,
    ulong GicDistributor,
    ulong Uart,
    ulong OwnPage,
    ushort OwnDomid,
    ushort OtherDomid)
{
    public static GuestLayout Dom0 { get; } = new(
        GuestKind.ArmDom0, 0x70000000, 0x8000000, 0x40200, 0x40000, 0x40240, 0x40500, 0x40410, 0x8000, 0x9000, 0x71000, 0, 1);

    public static GuestLayout DomU { get; } = new(
        GuestKind.ArmDomU, 0x40000000, 0x4000000, 0x38000, 0x1000000, 0x39000, 0x44100, 0x44010, 0x3001, 0x22000, 0x41000, 1, 0);

    public SimulatedMachine Machine => new()
    {
        Guest = Kind,
        MemoryMap = new MemoryMap(
        [
            new Region(RegionKind.Ram, RamStart, RamSize, "/memory", "test"),
            new Region(RegionKind.GrantTable, Grant << 12, GrantSize, "/hypervisor reg 0", "test"),
        ]),
    };

    public static GuestLayout Of(string name) => name == "dom0" ? Dom0 : DomU;
}
