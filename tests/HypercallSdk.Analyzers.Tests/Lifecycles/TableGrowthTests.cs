using System.Threading.Tasks;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>HCS5008: the grant table grows once if its highest frame is mapped first.</summary>
public sealed class TableGrowthTests
{
    private const string Marked = "MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, {|HCS5008:index|}, first + index)";
    private const string Map = "MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, index, first + index)";
    private const string Fails = ".IsFailure) { return false; } ";

    [Theory]
    [InlineData("for (uint index = 0; index < count; index++) { if (" + Marked + Fails + "}")]
    [InlineData("for (uint index = 0; index < count; ++index) { if (" + Marked + Fails + "}")]
    [InlineData("for (uint index = 2; index < count; index += 1) { if (" + Marked + Fails + "}")]
    [InlineData("for (uint index = 0; index < count; index = index + 1) { if (" + Marked + Fails + "}")]
    [InlineData("uint index = 0; while (index < count) { if (" + Marked + Fails + "index++; }")]
    [InlineData("uint index = 0; do { if (" + Marked + Fails + "} while (++index < count);")]
    [InlineData("for (uint index = 0; index < count; index++) { for (int tries = 0; tries < 3; tries++) { if (" + Marked + Fails + "} }")]
    [InlineData("uint next = 0; while (next < count) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, {|HCS5008:next++|}, first)" + Fails + "}")]
    [InlineData("for (uint i = 0; i < count; i++) { uint index = 1 + i; if (" + Marked + Fails + "}")]
    [InlineData("for (uint i = 1; i <= count; i++) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, {|HCS5008:i - 1|}, first + (i - 1))" + Fails + "}")]
    [InlineData("const MapSpace Table = MapSpace.GrantTable; for (uint i = 0; i < count; i++) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, Table, {|HCS5008:new XenULong(i)|}, first + i)" + Fails + "}")]
    [InlineData("for (uint i = 0; i < 4; i++) { indexes[i] = i; gfns[i] = first + i; } return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, {|HCS5008:indexes|}, gfns, errs).IsSuccess && errs[0] == 0;")]
    public Task A_table_that_is_mapped_upwards_is_reported(string statements) => Check(statements);

    [Theory]
    [InlineData("for (uint index = count; index-- > 0;) { if (" + Map + Fails + "}")]
    [InlineData("for (uint i = count; i > 0; i--) { uint index = i - 1; if (" + Map + Fails + "}")]
    [InlineData("uint index = count; while (index > 0) { index--; if (" + Map + Fails + "}")]
    [InlineData("for (uint i = 0; i < count; i++) { uint index = count - 1 - i; if (" + Map + Fails + "}")]
    [InlineData("for (uint i = 0; i < count; i++) { uint index = 1; if (" + Map + Fails + "}")]
    [InlineData("uint index = 0; return " + Map + ".IsSuccess;")]
    [InlineData("for (uint index = 0; index < count; index++) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, first + index)" + Fails + "}")]
    [InlineData("for (uint index = 0; index < count; index++) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, space, index, first + index)" + Fails + "}")]
    [InlineData("if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, count - 1, first + (count - 1))" + Fails + "for (uint index = 0; index < count - 1; index++) { if (" + Map + Fails + "}")]
    [InlineData("if (GrantTableOp.SetupTable(DomId.Self, count, out GrantStatus status, gfns).IsFailure || status != GrantStatus.Okay) { return false; } for (uint index = 0; index < count; index++) { if (" + Map + Fails + "}")]
    [InlineData("for (uint index = 0; index < count; index++) { if (condition) { index -= 1; } if (" + Map + Fails + "}")]
    [InlineData("for (uint index = 0; index < count; Step(ref index)) { if (" + Map + Fails + "}")]
    [InlineData("for (uint i = 0; i < 4; i++) { indexes[3 - i] = i; gfns[3 - i] = first + i; } return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, indexes, gfns, errs).IsSuccess && errs[0] == 0;")]
    [InlineData("for (uint i = 0; i < 4; i++) { indexes[i] = 3 - i; gfns[i] = first + i; } return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, indexes, gfns, errs).IsSuccess && errs[0] == 0;")]
    public Task Any_other_order_is_not(string statements) => Check(statements);

    private static Task Check(string statements) => LifecycleCheck.Members(
        $$"""
        static void Step(ref uint index) => index--;
        static bool Run(bool condition, uint count, MapSpace space, [MapTarget] Gfn first)
        {
            XenULong* indexes = stackalloc XenULong[4];
            Gfn* gfns = stackalloc Gfn[4];
            int* errs = stackalloc int[4];
            {{statements}}
            return true;
        }
        """);
}
