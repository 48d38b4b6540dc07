using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>HCS2010: how far from a region's start a frame is, and how long the map says that the region is.</summary>
public sealed class RegionPositionTests
{
    private const string Map = """
        address-bits 40
        source board.dtb
        grant-table 0x38000000 16M /hypervisor[0]
        extended 0x44000000 64M /hypervisor[1]
        extended 0x200000000 128M /hypervisor[2]
        """;

    private const string Members = """
        static HypervisorRegions regions;
        static IXenOp xen => null!;
        const HypercallSdk.Xen.MapSpace GrantTable = HypercallSdk.Xen.MapSpace.GrantTable;
        """;

    [Theory]
    [InlineData("memory.Map({|HCS2010:regions.GetRegion(0).FirstFrame + 4096|});")]
    [InlineData("memory.Map({|HCS2010:regions.GetRegion(0).FirstFrame - 1|});")]
    [InlineData("memory.Map({|HCS2010:regions.GetRegion(1).FirstFrame + 0x4000|});")]
    [InlineData("memory.Map({|HCS2010:regions.GetRegion(2).FirstFrame + 0x8000|});")]
    [InlineData("AddressRange table = regions.GetRegion(0); Gfn f = table.FirstFrame; f += 5000; memory.Map({|HCS2010:f|});")]
    [InlineData("Gfn f = regions.GetRegion(0).FirstFrame + 4095; memory.Map(f); memory.Map({|HCS2010:f + 1|});")]
    [InlineData("memory.MapAt({|HCS2010:regions.GetRegion(0).Start + 0x1000000|});")]
    [InlineData("xen.Add(GrantTable, {|HCS2010:(regions.GetRegion(0).Start + 0x1000000).Frame|});")]
    [InlineData("const ulong Last = 4096; (Gfn Frame, int Other) pair = (regions.GetRegion(0).FirstFrame + Last, 1); memory.Map({|HCS2010:pair.Frame|});")]
    [InlineData("memory.Map({|HCS2010:new Gfn(regions.GetRegion(0).FirstFrame.Value + 4096)|});")]
    [InlineData("memory.Map({|HCS2010:new Gfn(4096 + regions.GetRegion(0).FirstFrame.Value)|});")]
    [InlineData("memory.Map({|HCS2010:new Gfn(regions.GetRegion(0).FirstFrame.Value - 1)|});")]
    [InlineData("memory.MapAt({|HCS2010:new GuestPhysicalAddress(regions.GetRegion(0).Start.Value + 0x1000000)|});")]
    [InlineData("memory.MapAt({|HCS2010:new GuestPhysicalAddress(regions.GetRegion(0).Start.Value - 1)|});")]
    [InlineData("memory.Map({|HCS2010:new Gfn((regions.GetRegion(0).Start.Value + 0x1000000) >> 12)|});")]
    [InlineData("memory.Map({|HCS2010:new Gfn(regions.GetRegion(0).Start.Value / 4096 + 4096)|});")]
    [InlineData("memory.MapAt({|HCS2010:new GuestPhysicalAddress((regions.GetRegion(0).FirstFrame.Value + 4096) << 12)|});")]
    [InlineData("memory.MapAt({|HCS2010:new GuestPhysicalAddress(regions.GetRegion(0).FirstFrame.Value * 4096 + 0x1000000)|});")]
    [InlineData("ulong number0 = regions.GetRegion(0).FirstFrame.Value; number0 += 4096; memory.Map({|HCS2010:new Gfn(number0)|});")]
    public Task A_frame_outside_its_region_is_flagged(string statements) => Check(statements, Map);

    [Theory]
    [InlineData("memory.Map(regions.GetRegion(0).FirstFrame + 4095);")]
    [InlineData("memory.MapAt(regions.GetRegion(0).Start + 0xfff000);")]
    [InlineData("xen.Add(GrantTable, (regions.GetRegion(0).Start + 0xfff800).Frame);")]
    [InlineData("memory.Map(regions.GetRegion(0).FirstFrame + 5000 - 1000);")]
    [InlineData("memory.Map(regions.GetRegion(1).FirstFrame + 0x3fff);")]
    [InlineData("memory.Map(regions.GetRegion(2).FirstFrame + 0x7fff);")]
    [InlineData("memory.Map(regions.GetRegion(9).FirstFrame + 100000);")]
    [InlineData("memory.Map(regions.GetRegion(0).FirstFrame + (ulong)number);")]
    [InlineData("memory.Map(regions.GetRegion((uint)number).FirstFrame + 100000);")]
    [InlineData("Gfn f = regions.GetRegion(0).FirstFrame; for (int i = 0; i < 5000; i++) { memory.Map(f); f += 1; }")]
    [InlineData("Gfn f = regions.GetRegion(0).FirstFrame; while (condition) { f += 5; } memory.Map(f);")]
    [InlineData("Gfn f = regions.GetRegion(0).FirstFrame; f += condition ? 1u : 5000u; memory.Map(f);")]
    [InlineData("AddressRange r = regions.GetRegion(1); memory.MapAt(r.End - 4096);")]
    [InlineData("memory.Map(new Gfn(regions.GetRegion(0).FirstFrame.Value + 4095));")]
    [InlineData("memory.MapAt(new GuestPhysicalAddress(regions.GetRegion(0).Start.Value + 0xffffff));")]
    [InlineData("memory.Map(new Gfn((regions.GetRegion(0).Start.Value + 0xffffff) >> 12));")]
    [InlineData("memory.Map(new Gfn((regions.GetRegion(0).Start.Value + 0x1000000) >> 13));")]
    [InlineData("memory.Map(new Gfn(regions.GetRegion(0).FirstFrame.Value + 5000 - 1000));")]
    [InlineData("memory.Map(new Gfn(regions.GetRegion(0).FirstFrame.Value + (ulong)number));")]
    [InlineData("memory.Map(new Gfn((regions.GetRegion(0).FirstFrame.Value | 1) + 5000));")]
    public Task A_frame_that_may_be_within_it_is_silent(string statements) => Check(statements, Map);

    [Theory]
    [InlineData("for (ulong i = 0; i < 4097; i++) { memory.Map({|HCS2010:regions.GetRegion(0).FirstFrame + i|}); }")]
    [InlineData("for (uint i = 0; i <= 4096; i++) { memory.Map({|HCS2010:regions.GetRegion(0).FirstFrame + i|}); }")]
    [InlineData("for (uint i = 1; i != 5000; ++i) { memory.Map({|HCS2010:regions.GetRegion(0).FirstFrame + i|}); }")]
    [InlineData("for (uint i = 4097; i-- > 0;) { memory.Map({|HCS2010:regions.GetRegion(0).FirstFrame + i|}); }")]
    [InlineData("const int Frames = 0x4001; AddressRange range = regions.GetRegion(1); for (int i = 0; i < Frames; i++) { Gfn f = range.FirstFrame + (ulong)i; memory.Map({|HCS2010:f|}); }")]
    [InlineData("for (uint i = 0; i < 4096; i++) { memory.Map({|HCS2010:regions.GetRegion(0).FirstFrame + i + 1|}); }")]
    [InlineData("for (uint i = 0; i < 5000; i++) { if (xen.Add(GrantTable, {|HCS2010:regions.GetRegion(0).FirstFrame + i|}) != 0) { return; } }")]
    [InlineData("for (uint i = 0; i < 5000; i++) { memory.MapAt({|HCS2010:(regions.GetRegion(0).FirstFrame + i).Address|}); }")]
    public Task A_loop_that_counts_out_of_its_region_is_flagged(string statements) => Check(statements, Map);

    [Theory]
    [InlineData("for (ulong i = 0; i < 4096; i++) { memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i <= 4095; i++) { memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 4096; i-- > 0;) { memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 5000; i < 4097; i++) { memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i > 5000; i++) { memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i < 5000; i += 5000) { memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { if (i == (ulong)number) { break; } memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { if (i + 1 > (ulong)number) { break; } memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { if (i is 7) { break; } memory.Map(regions.GetRegion(0).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { memory.Map(regions.GetRegion(0).FirstFrame + i); i = 5000; }")]
    [InlineData("AddressRange r = regions.GetRegion(0); for (ulong i = 0; i < 5000; i++) { if (r.FrameCount > i) { memory.Map(r.FirstFrame + i); } }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { memory.MapAt(regions.GetRegion(0).Start + i); }")]
    [InlineData("for (int i = 0; i < number; i++) { memory.Map(regions.GetRegion(0).FirstFrame + (ulong)i); }")]
    [InlineData("for (ulong i = (ulong)number; i < 5000; i++) { memory.Map(regions.GetRegion(0).FirstFrame + (i % 2)); }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { memory.Map(regions.GetRegion((uint)number).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { memory.Map(regions.GetRegion(9).FirstFrame + i); }")]
    [InlineData("for (ulong i = 0; i < 5000; i++) { memory.Unmap(regions.GetRegion(0).FirstFrame + i); }")]
    public Task A_loop_that_stays_within_it_or_ends_otherwise_is_silent(string statements) => Check(statements, Map);

    [Theory]
    [InlineData("extended 0x44000000 64M /hypervisor[2]", "memory.Map(regions.GetRegion(1).FirstFrame + 0x4000);")]
    [InlineData("extended 0x44000000 64M scratch", "memory.Map({|HCS2010:regions.GetRegion(1).FirstFrame + 0x4000|});")]
    [InlineData("extended 0x44000000 64M scratch", "memory.Map(regions.GetRegion(2).FirstFrame + 0x4000);")]
    public Task The_region_is_known_by_its_index_or_is_the_only_one(string map, string statements) => Check(statements, map);

    [Fact]
    public Task Without_a_map_nothing_is_known_of_a_dom0s_region() =>
        Check("memory.Map(regions.GetRegion(0).FirstFrame + 100000);", null, "arm-dom0");

    [Fact]
    public Task Of_two_regions_of_one_name_it_is_not_known_which_is_meant() => Check(
        "memory.Map(regions.GetRegion(0).FirstFrame + 4096); memory.Map(regions.GetRegion(1).FirstFrame + 0x4000);",
        """
        address-bits 40
        source boards.memmap
        grant-table 0x38000000 16M /hypervisor[0]
        grant-table 0x3a000000 32M /hypervisor[0]
        extended 0x44000000 64M /hypervisor[1]
        extended 0x200000000 128M /hypervisor[1]
        """);

    private static Task Check(string statements, string? map, string guest = "arm-domU") => new GuestTest<MapTargetAnalyzer>
    {
        Map = map,
        Guest = GuestSource.Method(statements, Members),
    }.With("HypercallGuest", guest).Run();
}
