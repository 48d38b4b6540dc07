using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using Xunit;

namespace HypercallSdk.Model.Tests.AddressSpace;

public sealed class AddressSpaceFactsTests
{
    [Theory]
    [InlineData(0x38FFFFFFul, false)]
    [InlineData(0x39000000ul, true)]
    [InlineData(0x39FFFFFFul, true)]
    [InlineData(0x3A000000ul, false)]
    public void A_domU_has_magic_pages_that_no_tree_describes(ulong address, bool isMagic)
    {
        Region? region = Hidden(GuestKind.ArmDomU).Find(address);
        Assert.Equal(isMagic, region is { Kind: RegionKind.MagicPages, Source: "Xen's Arm guest layout" });
    }

    [Theory]
    [InlineData(GuestKind.ArmDom0)]
    [InlineData(GuestKind.Pv)]
    public void A_dom0_and_a_PV_guest_have_nothing_hidden(GuestKind guest) => Assert.Empty(Hidden(guest).Regions);

    [Theory]
    [InlineData("4.17", 0x3001000ul, "the GIC's distributor")]
    [InlineData("4.17", 0x22000000ul, "the emulated PL011")]
    [InlineData("4.5", 0x22000000ul, "the emulated PL011")] // of 4.10 on, which the guest runs on too
    [InlineData("4.17", 0x20000000ul, "ACPI tables")]
    [InlineData("4.4", 0x2c001000ul, "the GIC's distributor in Xen 4.4")]
    [InlineData("4.5", 0x2c001000ul, "virtual PCI's memory")]
    [InlineData("4.17", 0x33000000ul, null)]
    [InlineData("4.17", 0x38000000ul, null)]
    [InlineData("4.17", 0x40000000ul, null)]
    public void A_domU_has_Xens_layout_of_its_release_and_of_later_ones(string minimum, ulong address, string? name)
    {
        Assert.True(XenRelease.TryParse(minimum, out XenRelease release));
        Assert.Equal(name, HiddenRegions.For(GuestKind.ArmDomU, release, MemoryMap.Empty).Find(address)?.Name);
    }

    [Theory]
    [InlineData(0x22000000ul, 0x20000000ul, null)]
    [InlineData(0x22000FFFul, 1ul, null)]
    [InlineData(0x22001000ul, 0x1000ul, "the emulated PL011")]
    public void What_a_map_says_of_the_place_holds_instead_of_the_layout(ulong start, ulong size, string? name)
    {
        MemoryMap stated = new([new Region(RegionKind.Ram, start, size, "/memory", "board.dtb")]);
        MemoryMap hidden = HiddenRegions.For(GuestKind.ArmDomU, new XenRelease(4, 17), stated);
        Assert.Equal(name, hidden.Find(0x22000000)?.Name);
        Assert.Equal(RegionKind.MagicPages, hidden.Find(0x39000000)?.Kind);
    }

    // Where a PVH guest mapped its grant table on Xen 4.17 and was answered 0: docs/memory-maps.md.
    [Theory]
    [InlineData(GuestKind.Pvh, 0xB0000ul, RegionKind.ReservedMemory)]
    [InlineData(GuestKind.Pvh, 0xFEC00000ul, RegionKind.Device)]
    [InlineData(GuestKind.Pvh, 0xFED00000ul, RegionKind.Device)]
    [InlineData(GuestKind.Pvh, 0xFEE00000ul, RegionKind.Device)]
    [InlineData(GuestKind.Pvh, 0xFEFF7FFFul, null)]
    [InlineData(GuestKind.Pvh, 0xFEFF8000ul, RegionKind.MagicPages)]
    [InlineData(GuestKind.Pvh, 0xFEFFFFFFul, RegionKind.MagicPages)]
    [InlineData(GuestKind.Pvh, 0xFE700000ul, null)]
    [InlineData(GuestKind.Pvh, 0x40000000ul, null)]
    [InlineData(GuestKind.Hvm, 0xF0000000ul, RegionKind.Device)]
    [InlineData(GuestKind.Hvm, 0xFC000000ul, RegionKind.ReservedMemory)]
    [InlineData(GuestKind.Hvm, 0xFE700000ul, RegionKind.Extended)]
    [InlineData(GuestKind.Hvm, 0xFE7FFFFFul, RegionKind.Extended)]
    [InlineData(GuestKind.Hvm, 0xFE800000ul, RegionKind.ReservedMemory)]
    [InlineData(GuestKind.Hvm, 0xFEE00FFFul, RegionKind.Device)]
    [InlineData(GuestKind.Hvm, 0xFEFF0000ul, RegionKind.MagicPages)]
    [InlineData(GuestKind.Hvm, 0xFFFFFFFFul, RegionKind.ReservedMemory)]
    [InlineData(GuestKind.Hvm, 0x100000000ul, null)]
    public void A_translated_x86_guest_has_holes_below_4_GiB(GuestKind guest, ulong address, RegionKind? kind) =>
        Assert.Equal(kind, Hidden(guest).Find(address)?.Kind);

    [Fact]
    public void RAM_that_a_map_states_fills_the_hole_below_1_MiB_and_never_the_local_APICs()
    {
        MemoryMap stated = new([new Region(RegionKind.Ram, 0, 0x1_0000_0000, "RAM", "board.memmap")]);
        MemoryMap hidden = HiddenRegions.For(GuestKind.Pvh, new XenRelease(4, 17), stated);
        Assert.Null(hidden.Find(0xB0000));
        Assert.Equal("the local APIC", hidden.Find(0xFEE00000)?.Name);
    }

    [Theory]
    [InlineData(GuestKind.ArmDomU, 40)]
    [InlineData(GuestKind.ArmDom0, 40)]
    [InlineData(GuestKind.Pvh, 48)]
    public void Where_no_width_is_stated_the_guest_kind_has_one(GuestKind guest, int bits) =>
        Assert.Equal(bits, AddressWidths.DefaultOf(guest));

    [Theory]
    [InlineData(32, true)]
    [InlineData(40, true)]
    [InlineData(52, true)]
    [InlineData(0, false)]
    [InlineData(39, false)]
    [InlineData(64, false)]
    public void Arm_has_seven_address_widths(int bits, bool isOne)
    {
        Assert.Equal(isOne, AddressWidths.IsArm(bits));
        Assert.Equal("32, 36, 40, 42, 44, 48 or 52", AddressWidths.ArmList);
    }

    [Fact]
    public void The_default_width_ends_where_Xens_guest_layout_ends()
    {
        // GUEST_RAM1_BASE and GUEST_RAM1_SIZE of xen/include/public/arch-arm.h.
        Assert.Equal(1ul << AddressWidths.ArmDefault, 0x200000000ul + 0xfe00000000ul);
    }

    private static MemoryMap Hidden(GuestKind guest) => HiddenRegions.For(guest, new XenRelease(4, 17), MemoryMap.Empty);
}
