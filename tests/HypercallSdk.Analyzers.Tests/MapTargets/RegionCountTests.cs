using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>HCS2013: which loops map as often as Xen says.</summary>
public sealed class RegionCountTests
{
    private const string Ask = "AddressRange region = regions.GetRegion(0); if (GrantTableOp.QuerySize(DomId.Self, out uint now, out uint most, out GrantStatus status).IsFailure || status != GrantStatus.Okay) { return false; } ";

    [Theory]
    [InlineData(Ask + "for (uint i = most; i-- > 0;) { if (!Map(i, {|HCS2013:region.FirstFrame + i|})) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < most; i++) { if (!Map(i, {|HCS2013:region.FirstFrame + i|})) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i != now; i++) { Gfn where = region.FirstFrame + i; if (!Map(i, {|HCS2013:where|})) { return false; } } return true;")]
    [InlineData(Ask + "uint i = 0; while (i < most) { if (!Map(i, {|HCS2013:(region.Start + (i * 4096UL)).Frame|})) { return false; } i++; } return true;")]
    [InlineData(Ask + "Gfn first = region.FirstFrame; for (uint i = 1; i <= most; i++) { if (!Map(i - 1, {|HCS2013:first + i + 1|})) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < most; i++) { if (!Map(i, {|HCS2013:regions.GetRegion(0).FirstFrame + i|})) { return false; } } return true;")]
    [InlineData(Ask + "if (most > 0 && now != wanted) { for (uint i = most; i-- > 0;) { if (!Map(i, {|HCS2013:region.FirstFrame + i|})) { return false; } } } return true;")]
    [InlineData(Ask + "bool all = true; for (uint i = most; all && i > 0; i--) { all = Map(i - 1, {|HCS2013:region.FirstFrame + (i - 1)|}); } return all;")]
    public Task A_loop_that_Xen_alone_bounds_is_reported(string statements) => Check(statements);

    [Theory]
    [InlineData(Ask + "if (most > region.FrameCount) { return false; } for (uint i = most; i-- > 0;) { if (!Map(i, region.FirstFrame + i)) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < most && i < region.FrameCount; i++) { if (!Map(i, region.FirstFrame + i)) { return false; } } return true;")]
    [InlineData(Ask + "if (most << 12 > region.Size) { return false; } for (uint i = most; i-- > 0;) { if (!Map(i, region.FirstFrame + i)) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < 4; i++) { if (!Map(i, region.FirstFrame + i)) { return false; } } return now == most;")]
    [InlineData(Ask + "for (uint i = 0; i < wanted; i++) { if (!Map(i, region.FirstFrame + i)) { return false; } } return now == most;")]
    [InlineData(Ask + "for (uint i = 0; i < most; i++) { if (!Map(i, place)) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < most; i++) { if (!Map(i, place + i)) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < most; i++) { if (!Map(i, region.FirstFrame)) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < most; i++) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, region.FirstFrame + i); } return true;")]
    [InlineData(Ask + "foreach (uint i in new uint[] { 0, 1 }) { if (!Map(i, region.FirstFrame + i)) { return false; } } return now == most;")]
    [InlineData(Ask + "return most > 0 && Map(most - 1, region.FirstFrame + (most - 1));")]
    [InlineData(Ask + "if (most > wanted) { most = wanted; } for (uint i = 0; i < most; i++) { if (!Map(i, region.FirstFrame + i)) { return false; } } return true;")]
    [InlineData(Ask + "if (wanted < most) { return false; } for (uint i = most; i-- > 0;) { if (!Map(i, region.FirstFrame + i)) { return false; } } return true;")]
    [InlineData(Ask + "most = Math.Min(most, wanted); for (uint i = 0; i < most; i++) { if (!Map(i, region.FirstFrame + i)) { return false; } } return true;")]
    [InlineData(Ask + "for (uint i = 0; i < most && i < wanted; i++) { if (!Map(i, region.FirstFrame + i)) { return false; } } return true;")]
    public Task A_loop_with_a_bound_of_its_own_is_not(string statements) => Check(statements);

    private static Task Check(string statements) => XenGuest.Check(
        "2",
        XenGuest.Class($$"""
            static bool Map(uint index, [MapTarget] Gfn place) =>
                MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, index, place).IsSuccess;

            static bool Run(HypervisorRegions regions, uint wanted, [MapTarget] Gfn place)
            {
            {{statements}}
            }
            """));
}
