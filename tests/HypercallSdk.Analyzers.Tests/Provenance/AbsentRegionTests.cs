using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>HCS2012: which extended regions may not be there, and who asks whether they are.</summary>
public sealed class AbsentRegionTests
{
    private const string Members = "static HypervisorRegions regions; static HypervisorRegions Of() => regions; ";
    private const string Map = "memory.Map({|HCS2012:regions.GetRegion(1).FirstFrame|});";

    [Theory]
    [InlineData(Map)]
    [InlineData("memory.Map({|HCS2012:regions.GetRegion(3).FirstFrame + 1|});")]
    [InlineData("memory.MapAt({|HCS2012:regions.GetRegion(1).Start|});")]
    [InlineData("AddressRange range = Of().GetRegion(1); for (ulong i = 0; i < 4; i++) { memory.Map({|HCS2012:range.FirstFrame + i|}); }")]
    [InlineData("Gfn f = condition ? regions.GetRegion(1).FirstFrame : regions.GetRegion(2).FirstFrame; memory.Map({|HCS2012:f|});")]
    [InlineData("if (given == default) { return; } " + Map)]
    public Task Nobody_asks_whether_a_region_is_there(string statements) => Check(statements, "4.15", "arm64");

    [Theory]
    [InlineData("if (regions.Count < 2) { return; } memory.Map(regions.GetRegion(1).FirstFrame);")]
    [InlineData("for (uint i = 1; i < regions.Count; i++) { memory.Map(regions.GetRegion(i).FirstFrame); }")]
    [InlineData("AddressRange range = regions.GetRegion(1); if (range.Size == 0) { return; } memory.Map(range.FirstFrame);")]
    [InlineData("AddressRange range = regions.GetRegion(1); for (ulong i = 0; i < range.FrameCount; i++) { memory.Map(range.FirstFrame + i); }")]
    [InlineData("AddressRange range = regions.GetRegion(1); if (range is { Size: > 4096 }) { memory.Map(range.FirstFrame); }")]
    [InlineData("AddressRange range = regions.GetRegion(1); if (range.Contains(given.Address)) { memory.Map(range.FirstFrame); }")]
    [InlineData("memory.Map(regions.GetRegion(0).FirstFrame);")]
    [InlineData("memory.Map(regions.GetRegion((uint)number).FirstFrame);")]
    [InlineData("memory.Map(given); memory.Unmap(regions.GetRegion(1).FirstFrame);")]
    [InlineData("memory.Map(Gfn.Unproven(regions.GetRegion(1).FirstFrame.Value, \"asked\"));")]
    public Task Somebody_asks_or_it_is_another_region(string statements) => Check(statements, "4.15", "arm64");

    [Theory]
    [InlineData("4.16", "arm64", null)]
    [InlineData("4.20", "arm64", null)]
    [InlineData(null, "arm64", null)]
    [InlineData(null, null, null)]
    [InlineData("4.14", "arm64", "extended 0x44000000 64M /hypervisor[1]")]
    [InlineData(null, "arm32", "extended 0x44000000 64M scratch")]
    public Task A_project_that_has_regions_is_silent(string? minimum, string? abi, string? map) =>
        Check("memory.Map(regions.GetRegion(1).FirstFrame);", minimum, abi, map);

    [Theory]
    [InlineData("4.14", "arm64", null)]
    [InlineData("4.15", null, null)]
    [InlineData("4.20", "arm32", null)]
    [InlineData(null, "x86_64", null)]
    [InlineData(null, "x86_32", null)]
    [InlineData("4.14", "arm64", "grant-table 0x38000000 16M /hypervisor[0]")]
    [InlineData("4.14", "arm64", "extended 0x44000000 64M /hypervisor[2]")]
    public Task A_project_that_may_have_none_is_not(string? minimum, string? abi, string? map) => Check(Map, minimum, abi, map);

    private static Task Check(string statements, string? minimum, string? abi, string? map = null)
    {
        GuestTest<MapTargetAnalyzer> test = new() { Map = map, Guest = GuestSource.Method(statements, Members) };
        _ = minimum is null ? test : test.With("HypercallXenMinimum", minimum);
        _ = abi is null ? test : test.With("HypercallAbi", abi);
        return test.Run();
    }
}
