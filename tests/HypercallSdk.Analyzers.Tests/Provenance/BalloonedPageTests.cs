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

    private const string Table = "\ngrant-table 0x38000000 16M /hypervisor[0]";
    private const string Scratch = "\nextended 0x44000000 64M /hypervisor[1]";

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

    [Theory]
    [InlineData("xen.Add(Table, {|HCS2014:page|});", Table)]
    [InlineData("xen.Add(Other, {|HCS2014:page|});", Scratch)]
    [InlineData("xen.Grant({|HCS2014:page.Address|});", Scratch)]
    [InlineData("xen.Add(Other, {|HCS2014:page|}); xen.Add(Table, {|HCS2014:page + 1|});", Table + Scratch)]
    [InlineData("xen.Add(Table, page);", Scratch)]
    [InlineData("xen.Add(Other, page); xen.Grant(page.Address); memory.Map(page);", Table)]
    [InlineData("xen.Add(any, page);", Table + Scratch)]
    public Task The_region_is_the_one_that_is_meant_for_it(string statements, string regions) => Check(
        "const HypercallSdk.Xen.MapSpace Table = HypercallSdk.Xen.MapSpace.GrantTable, Other = HypercallSdk.Xen.MapSpace.SharedInfo; "
            + "static unsafe void M(IMemory memory, Gfn page, HypercallSdk.Xen.MapSpace any) { " + GiveBack + statements + " }",
        "address-bits 40\nsource board.dtb\nram 0x40000000 64M /memory@40000000" + regions);

    [Theory]
    [InlineData("if (Take(out Gfn free)) { memory.Map(free); } else { xen.Decrease(&page, 1); memory.Map(page); }")]
    [InlineData("if (!Take(out Gfn free)) { xen.Decrease(&page, 1); free = page; } memory.Map(free);")]
    public Task Another_place_comes_first(string statements) => Check(
        "static bool Take([Proven] out Gfn free) { free = default; return false; } static unsafe void M(IMemory memory, Gfn page) { " + statements + " }", Regions);

    [Fact]
    public Task A_PV_guest_hears_that_it_cannot_map_at_all() => new GuestTest<MapTargetAnalyzer>
    {
        Map = Regions,
        Guest = GuestSource.Method("", Xen + "static unsafe void M(Gfn page) { " + GiveBack + "xen.Add(HypercallSdk.Xen.MapSpace.SharedInfo, {|HCS2009:page|}); }"),
    }.With("HypercallGuest", "pv").Run();

    [Fact]
    public Task A_map_without_regions_offers_nothing_else() => Check(
        "static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.Map(page); }",
        "address-bits 40\nsource board.dtb\nram 0x40000000 64M /memory@40000000\ngrant-table 0x38000000 16M /hypervisor[0]");

    [Fact]
    public Task Without_a_map_nothing_is_known() => Check("static unsafe void M(IMemory memory, Gfn page) { " + GiveBack + "memory.Map(page); }", null);

    private static Task Check(string member, string? map) =>
        new GuestTest<MapTargetAnalyzer> { Map = map, Guest = GuestSource.Method("", Xen + "\n" + member) }.Run();
}
