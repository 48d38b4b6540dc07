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
        Region? region = HiddenRegions.For(GuestKind.ArmDomU).Find(address);
        Assert.Equal(isMagic, region is { Kind: RegionKind.MagicPages, Source: "Xen's Arm guest layout" });
    }

    [Fact]
    public void A_dom0_has_nothing_hidden() => Assert.Empty(HiddenRegions.For(GuestKind.ArmDom0).Regions);

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
}
