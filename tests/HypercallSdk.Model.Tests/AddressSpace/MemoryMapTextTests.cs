using System;
using System.IO;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Tests.DeviceTrees;
using Xunit;

namespace HypercallSdk.Model.Tests.AddressSpace;

public sealed class MemoryMapTextTests
{
    [Fact]
    public void The_documented_format_is_read()
    {
        MemoryMap map = Parse("""
            # A domU with 64 MiB.
            address-bits 40
            source board.dtb
            ram          0x40000000  0x4000000   /memory@40000000
            device       50335744    64K         /interrupt-controller@3001000
            reserved     0x43000000  2k          an initrd # of ours

              Magic-Pages 0x39000000 16M magic
            source Xen's guide
            grant-table  0x38000000  0x1000000   /hypervisor[0]
            extended     8G          0xfe00000000 /hypervisor[2]
            """);
        Assert.Equal(40, map.AddressBits);
        Assert.Equal(
            [
                new Region(RegionKind.Device, 0x3001000, 0x10000, "/interrupt-controller@3001000", "board.dtb"),
                new Region(RegionKind.GrantTable, 0x38000000, 0x1000000, "/hypervisor[0]", "Xen's guide"),
                new Region(RegionKind.MagicPages, 0x39000000, 0x1000000, "magic", "board.dtb"),
                new Region(RegionKind.Ram, 0x40000000, 0x4000000, "/memory@40000000", "board.dtb"),
                new Region(RegionKind.ReservedMemory, 0x43000000, 0x800, "an initrd # of ours", "board.dtb"),
                new Region(RegionKind.Extended, 0x200000000, 0xfe00000000, "/hypervisor[2]", "Xen's guide"),
            ],
            map.Regions);
    }

    [Fact]
    public void The_example_of_the_documentation_says_what_the_domUs_tree_says()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "memory-maps.md"));
        int start = text.IndexOf("# A dom0less", StringComparison.Ordinal);
        MemoryMap documented = Parse(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        MemoryMap domU = Assert.IsType<MemoryMap>(DeviceTreeMemoryMap.Read(SampleTrees.DomU(), "board.dtb").Map);
        Assert.NotEmpty(documented.Regions);
        Assert.Subset(domU.Regions.ToHashSet(), documented.Regions.ToHashSet());
    }

    [Fact]
    public void Without_a_source_line_the_source_is_the_files_name()
    {
        Assert.Equal("my.memmap", Parse("ram 0 4096 r").Regions[0].Source);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("# nothing\r\n   # at all\r\n")]
    public void A_file_that_says_nothing_is_an_empty_map(string text) => Assert.Empty(Parse(text).Regions);

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_do_not_matter()
    {
        MemoryMap map = Parse("\uFEFFaddress-bits 48\r\nram 0 4K low memory\r\n");
        Assert.Equal((48, "low memory"), (map.AddressBits, map.Regions[0].Name));
    }

    [Fact]
    public void A_region_may_end_at_the_very_top() =>
        Assert.Equal(ulong.MaxValue, Parse("device 0xfffffffffffff000 4K top").Regions[0].Last);

    [Theory]
    [InlineData("rom 0 4K x", 1, "'rom' begins no line of a memory map")]
    [InlineData("  ram", 6, "the region has no start address")]
    [InlineData("ram 0x1000", 11, "the region has no size")]
    [InlineData("ram 0x1000 4K", 14, "the region has no name")]
    [InlineData("ram 0x1000 0 x", 12, "the region's size is 0")]
    [InlineData("ram 0x 4K x", 5, "the start address '0x' is not a number of bytes below 2^64")]
    [InlineData("ram -1 4K x", 5, "the start address '-1' is not a number of bytes below 2^64")]
    [InlineData("ram K 4K x", 5, "the start address 'K' is not a number of bytes below 2^64")]
    [InlineData("ram 0x10000000000000000 4K x", 5, "the start address '0x10000000000000000' is not a number of bytes below 2^64")]
    [InlineData("ram 0 17179869184G x", 7, "the size '17179869184G' is not a number of bytes below 2^64")]
    [InlineData("ram 0 4T x", 7, "the size '4T' is not a number of bytes below 2^64")]
    [InlineData("ram 0 1,024 x", 7, "the size '1,024' is not a number of bytes below 2^64")]
    [InlineData("ram 0xfffffffffffff000 0x1001 x", 24, "the region at 0xfffffffffffff000 with size 0x1001 ends beyond 2^64")]
    [InlineData("address-bits", 13, "'' is not the width of a guest physical address")]
    [InlineData("address-bits 41", 14, "'41' is not the width of a guest physical address")]
    [InlineData("address-bits 40 bits", 14, "'40 bits' is not the width of a guest physical address")]
    [InlineData("source ", 7, "the source has no name")]
    public void A_malformed_line_is_a_problem_at_its_column(string line, int column, string cause)
    {
        MemoryMapResult result = MemoryMapText.Parse("# first\n" + line + "\n", "dir/my.memmap");
        Assert.Null(result.Map);
        MemoryMapProblem problem = Assert.Single(result.Problems);
        Assert.Equal(("dir/my.memmap", 2, column, cause), (problem.Path, problem.Line, problem.Column, problem.Cause));
        Assert.NotEqual(string.Empty, problem.Mend);
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        MemoryMapResult result = MemoryMapText.Parse("what\nram 0 4K ok\nram 0 0 x\naddress-bits 7\n", "my.memmap");
        Assert.Equal([1, 3, 4], result.Problems.Select(static problem => problem.Line));
    }

    [Fact]
    public void The_same_line_twice_is_a_problem_and_an_overlap_is_none()
    {
        MemoryMapResult result = MemoryMapText.Parse("ram 4K 4K x\nram 0x1000 4096 x\nram 4K 8K x\n", "my.memmap");
        MemoryMapProblem problem = Assert.Single(result.Problems);
        Assert.Equal((2, "line 1 says the same"), (problem.Line, problem.Cause));
    }

    [Fact]
    public void Two_address_widths_are_a_problem()
    {
        MemoryMapProblem problem = Assert.Single(MemoryMapText.Parse("address-bits 40\naddress-bits 40\n", "m").Problems);
        Assert.Equal((2, "the address width is stated twice"), (problem.Line, problem.Cause));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        MemoryMap domU = Assert.IsType<MemoryMap>(DeviceTreeMemoryMap.Read(SampleTrees.DomU(), "board.dtb").Map);
        MemoryMap whole = domU.Merge(HiddenRegions.For(Xen.GuestKind.ArmDomU, new Xen.XenRelease(4, 17), domU)).Merge(new MemoryMap([], 40));
        MemoryMap read = Parse(MemoryMapText.Write(whole));
        Assert.Equal(whole.AddressBits, read.AddressBits);
        Assert.Equal(whole.Regions, read.Regions);
        Assert.Equal(3, whole.Regions.Count(static region => region.IsFree));
    }

    [Fact]
    public void Random_maps_are_read_back_the_same()
    {
        Random random = new(2021);
        for (int count = 0; count < 500; count++)
        {
            MemoryMap map = new(Enumerable.Range(0, random.Next(20)).Select(index => RandomRegion(random, index)).ToArray());
            Assert.Equal(map.Regions, Parse(MemoryMapText.Write(map)).Regions);
        }
    }

    [Fact]
    public void A_name_with_line_ends_does_not_become_two_lines()
    {
        MemoryMap map = new([new Region(RegionKind.Ram, 0, 1, "a\nram 1 1 b", "s\r\n"), new Region(RegionKind.Ram, 1, 1, "\t", "s")]);
        Assert.Equal(["a ram 1 1 b", "(unnamed)"], Parse(MemoryMapText.Write(map)).Regions.Select(static region => region.Name));
    }

    [Fact]
    public void Damaged_text_does_no_harm()
    {
        Random random = new(7);
        string original = MemoryMapText.Write(DeviceTreeMemoryMap.Read(SampleTrees.DomU(), "board.dtb").Map!);
        for (int count = 0; count < 5_000; count++)
        {
            char[] text = original.ToCharArray();
            for (int wound = random.Next(1, 4); wound > 0; wound--)
            {
                text[random.Next(text.Length)] = (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000);
            }

            MemoryMapResult result = MemoryMapText.Parse(new string(text), "my.memmap");
            Assert.Equal(result.Map is null, result.Problems.Count != 0);
            Assert.All(result.Problems, static problem => Assert.True(problem.Line > 0 && problem.Column > 0));
        }
    }

    private static MemoryMap Parse(string text)
    {
        MemoryMapResult result = MemoryMapText.Parse(text, "some/where/my.memmap");
        Assert.Empty(result.Problems);
        return Assert.IsType<MemoryMap>(result.Map);
    }

    private static Region RandomRegion(Random random, int index)
    {
        ulong start = (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
        ulong size = ((ulong)random.NextInt64() >> random.Next(63)) % (ulong.MaxValue - start) + 1;
        return new Region((RegionKind)random.Next(6), start, size, $"name # {index}", $"source {random.Next(3)}");
    }
}
