using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

public sealed class DeviceTreeRegionsTests
{
    [Fact]
    public void The_regions_are_those_that_Xen_4_17_gave_a_domU()
    {
        using OpenTree tree = OpenTree.Valid(SampleTrees.DomU());
        Assert.True(HypervisorRegions.TryFind(tree.Tree, out HypervisorRegions regions));
        Assert.Equal(3u, regions.Count);
        Assert.Equal((0x38000000ul, 0x1000000ul), Pair(regions.GetRegion(0)));
        Assert.Equal((0x44000000ul, 0xbc000000ul), Pair(regions.GetRegion(1)));
        Assert.Equal((0x200000000ul, 0xfe00000000ul), Pair(regions.GetRegion(2)));
        Assert.Equal((0ul, 0ul), Pair(regions.GetRegion(3)));
    }

    [Fact]
    public void A_tree_without_a_hypervisor_node_has_no_regions()
    {
        using OpenTree tree = OpenTree.Valid(SampleTrees.Board());
        Assert.False(HypervisorRegions.TryFind(tree.Tree, out _));
    }

    [Theory]
    [InlineData(2, 2, new uint[0])]
    [InlineData(2, 2, new uint[] { 0, 1, 0 })]
    [InlineData(0, 2, new uint[] { 0, 1, 0, 1 })]
    [InlineData(2, 0, new uint[] { 0, 1, 0, 1 })]
    [InlineData(3, 1, new uint[] { 0, 1, 0, 1 })]
    [InlineData(0xFFFFFFFF, 1, new uint[] { 0, 1, 0, 1 })]
    public void A_hypervisor_node_without_a_usable_reg_has_no_regions(uint addressCells, uint sizeCells, uint[] reg)
    {
        using OpenTree tree = OpenTree.Valid(new FdtWriter()
            .Begin(string.Empty).Cells("#address-cells", addressCells).Cells("#size-cells", sizeCells)
                .Begin("hypervisor").Text("compatible", "xen,xen").Cells("reg", reg).End()
            .End().ToTree());
        Assert.False(HypervisorRegions.TryFind(tree.Tree, out _));
    }

    [Fact]
    public void Memory_banks_are_the_enabled_memory_nodes_below_the_root()
    {
        using OpenTree tree = OpenTree.Valid(new FdtWriter()
            .Begin(string.Empty).Cells("#address-cells", 1).Cells("#size-cells", 1)
                .Begin("memory@1").Text("device_type", "memory").Cells("reg", 0x1000, 0x2000, 0x8000, 0x1000).End()
                .Begin("secret").Text("device_type", "memory").Text("status", "disabled").Cells("reg", 0xa000, 1).End()
                .Begin("memory@2").Cells("reg", 0xb000, 1).End()
                .Begin("bus").Begin("deep").Text("device_type", "memory").Cells("reg", 0, 0xc000, 1).End().End()
                .Begin("more").Text("status", "okay").Text("device_type", "memory").Cells("reg", 0x20000, 0x1000).End()
            .End().ToTree());
        MemoryBanks banks = MemoryBanks.Of(tree.Tree);
        Assert.Equal(3u, banks.Count);
        Assert.Equal((0x1000ul, 0x2000ul), Pair(banks.Get(0)));
        Assert.Equal((0x8000ul, 0x1000ul), Pair(banks.Get(1)));
        Assert.Equal((0x20000ul, 0x1000ul), Pair(banks.Get(2)));
        Assert.Equal((0ul, 0ul), Pair(banks.Get(3)));
    }

    [Fact]
    public void Reservations_are_counted_without_their_terminator()
    {
        using OpenTree tree = OpenTree.Valid(SampleTrees.DomU());
        Assert.Equal(1u, tree.Tree.Reservations.Count);
        Assert.Equal((0x48000000ul, 0x2000ul), Pair(tree.Tree.Reservations.Get(0)));
        Assert.Equal((0ul, 0ul), Pair(tree.Tree.Reservations.Get(1)));
    }

    [Theory]
    [InlineData(0x40000000ul, 0x4000000ul, 0x40000ul, 0x4000ul)]
    [InlineData(0x40000001ul, 0x4000000ul, 0x40001ul, 0x3FFFul)]
    [InlineData(0x40000800ul, 0x1000ul, 0x40001ul, 0ul)]
    [InlineData(0x40000800ul, 0x1800ul, 0x40001ul, 1ul)]
    [InlineData(0x40000000ul, 0xFFFul, 0x40000ul, 0ul)]
    [InlineData(0xFFFFFFFFFFFFF000ul, 0x1000ul, 0xFFFFFFFFFFFFFul, 1ul)]
    [InlineData(0ul, 0ul, 0ul, 0ul)]
    public void Only_whole_frames_are_counted(ulong start, ulong size, ulong firstFrame, ulong count)
    {
        AddressRange range = new(new GuestPhysicalAddress(start), size);
        Assert.Equal((firstFrame, count), (range.FirstFrame.Value, range.FrameCount));
    }

    [Theory]
    [InlineData(0x1000ul, 0x1000ul, 0xFFFul, false)]
    [InlineData(0x1000ul, 0x1000ul, 0x1000ul, true)]
    [InlineData(0x1000ul, 0x1000ul, 0x1FFFul, true)]
    [InlineData(0x1000ul, 0x1000ul, 0x2000ul, false)]
    [InlineData(0x1000ul, 0ul, 0x1000ul, false)]
    [InlineData(0xFFFFFFFFFFFFF000ul, 0x1000ul, 0xFFFFFFFFFFFFFFFFul, true)]
    [InlineData(0xFFFFFFFFFFFFF000ul, 0x2000ul, 0ul, false)]
    public void A_range_holds_its_addresses_and_never_wraps(ulong start, ulong size, ulong address, bool isInside)
    {
        AddressRange range = new(new GuestPhysicalAddress(start), size);
        Assert.Equal(isInside, range.Contains(new GuestPhysicalAddress(address)));
    }

    private static (ulong Start, ulong Size) Pair(AddressRange range) => (range.Start.Value, range.Size);
}
