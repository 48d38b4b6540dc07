using System.IO;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Tests.DeviceTrees;
using HypercallSdk.Model.Xen;
using Xunit;

namespace HypercallSdk.Model.Tests.AddressSpace;

public sealed class ContradictionTests
{
    [Theory]
    [InlineData("extended 0x3000 0x1000 b", "OccupiedFreeRegion ram b")]
    [InlineData("grant-table 0 0x1001 b", "OccupiedFreeRegion ram b")]
    [InlineData("device 0x4fff 1 b", "RamAndDevice ram b")]
    [InlineData("device 0x8000 0x1000 /uart", "OneNameTwoPlaces /uart /uart")]
    [InlineData("grant-table 0x10800 0x1000 b", "OccupiedFreeRegion free b")]
    [InlineData("ram 0x10000 1 b", "OccupiedFreeRegion free b")]
    [InlineData("device 0x4000 0x20000 /uart", "RamAndDevice ram /uart\nOccupiedFreeRegion free /uart")]
    public void What_contradicts_another_map_is_found(string added, string expected) => Assert.Equal(expected.Split('\n').Order(), Found(added));

    [Theory]
    [InlineData("ram 0x1000 0x1000 b")] // the same memory twice
    [InlineData("ram 0x1000 0x4000 ram")]
    [InlineData("ram 0x5000 0x1000 b")] // side by side
    [InlineData("reserved 0x2000 0x1000 b")]
    [InlineData("extended 0x10000 0x1000 b")]
    [InlineData("extended 0x11000 0x1000 b")]
    [InlineData("device 0x7000 0x1000 b")] // two names for one device
    [InlineData("device 0x7000 0x100 /uart")]
    [InlineData("reserved 0x3000 0x1000 page\ndevice 0x3000 0x1000 b")] // memory that is a device's
    [InlineData("device 0x3000 0x1000 b\nreserved 0x3000 0x1000 page")]
    [InlineData("device 0x9000 1 b\nram 0x9000 1 b")] // one map, as the trees of boards have it
    [InlineData("ram 0x20000 1 ram")] // a name that is no path
    [InlineData("magic-pages 0x2000 0x1000 b")]
    public void What_two_maps_may_both_say_is_left_alone(string added) => Assert.Empty(Found(added));

    [Theory]
    [InlineData("ram 0 0x2000 a\nextended 0x1000 0x2000 b", "OccupiedFreeRegion a b")]
    [InlineData("extended 0x1000 0x2000 b\nram 0 0x2000 a", "OccupiedFreeRegion b a")]
    public void A_map_may_contradict_itself_and_the_later_line_is_the_second(string text, string expected)
    {
        MemoryMapResult result = MemoryMapText.Parse(text, "a.memmap");
        Region[] lines = [.. result.Map!.Regions.OrderBy(region => result.Places[region].Line)];
        Assert.Equal(expected, Line(Assert.Single(Contradictions.Find(MemoryMap.Empty, lines))));
    }

    [Fact]
    public void Xens_magic_pages_contradict_a_free_region_over_them()
    {
        MemoryMap stated = Assert.IsType<MemoryMap>(MemoryMapText.Parse("grant-table 0x38000000 17M /hypervisor[0]", "a").Map);
        MemoryMap hidden = HiddenRegions.For(GuestKind.ArmDomU, new XenRelease(4, 17), stated);
        Contradiction found = Assert.Single(Contradictions.Find(hidden, stated.Regions));
        Assert.Equal((ContradictionKind.OccupiedFreeRegion, RegionKind.MagicPages), (found.Kind, found.First.Kind));
    }

    [Fact]
    public void No_board_of_Debians_contradicts_itself() => Assert.All(Boards.Files, static file =>
    {
        MemoryMap map = Assert.IsType<MemoryMap>(DeviceTreeMemoryMap.Read(File.ReadAllBytes(file), file).Map);
        Assert.Empty(Contradictions.Find(MemoryMap.Empty, map.Regions));
    });

    private static string[] Found(string added)
    {
        MemoryMap known = MemoryMapText.Parse(
            "ram 0x1000 0x4000 ram\ndevice 0x7000 0x1000 /uart\nextended 0x10000 0x1000 free", "known.memmap").Map!;
        MemoryMap map = Assert.IsType<MemoryMap>(MemoryMapText.Parse(added, "added.memmap").Map);
        return [.. Contradictions.Find(known, map.Regions).Select(Line).Order()];
    }

    private static string Line(Contradiction found) => $"{found.Kind} {found.First.Name} {found.Second.Name}";
}
