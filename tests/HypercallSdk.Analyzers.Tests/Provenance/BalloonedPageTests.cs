using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>HCS2014: when RAM is given back for nothing.</summary>
public sealed class BalloonedPageTests
{
    private const string Regions = """
        address-bits 40
        source board.dtb
        ram 0x40000000 64M /memory@40000000
        extended 0x44000000 64M /hypervisor[1]
        """;

    private const string Xen = "static IXenOp xen => null!; ";
    private const string GiveBack = "xen.Decrease(&page, 1); ";

    [Theory]
    [InlineData("static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.Map({|HCS2014:page|}); }")]
    [InlineData("static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.MapAt({|HCS2014:page.Address|}); }")]
    public Task A_page_that_is_given_back_has_its_price(string member) => Check(member, Regions);

    [Theory]
    [InlineData("static unsafe void M(IMemory memory, Gfn page, HypervisorRegions regions) { " + GiveBack + "memory.Map(regions.Count > 1 ? regions.GetRegion(1).FirstFrame : page); }")]
    [InlineData("static HypervisorRegions s_regions; static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.Map(page); }")]
    [InlineData("static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.Unmap(page); }")]
    [InlineData("static unsafe void M(IMemory memory, [MapTarget] Gfn page) { memory.Map(page); }")]
    public Task Nothing_is_said_where_there_is_a_first_choice_or_no_cost(string member) => Check(member, Regions);

    [Fact]
    public Task A_map_without_regions_offers_nothing_else() => Check(
        "static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.Map(page); }",
        "address-bits 40\nsource board.dtb\nram 0x40000000 64M /memory@40000000\ngrant-table 0x38000000 16M /hypervisor[0]");

    [Fact]
    public Task Without_a_map_nothing_is_known() => Check("static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.Map(page); }", null);

    private static Task Check(string member, string? map) =>
        new GuestTest<MapTargetAnalyzer> { Map = map, Guest = GuestSource.Method("", Xen + "\n" + member) }.Run();
}
