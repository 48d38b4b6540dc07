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
    [InlineData("for (uint i = 0; i < count; i++) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, {|HCS5008:count + i|}, first + i)" + Fails + "}")]
    [InlineData("uint start = 4; for (uint i = 0; i < count; i++) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, {|HCS5008:start + i|}, first + i)" + Fails + "}")]
    [InlineData("for (uint i = 0; i < count; i++) { uint low = count; low -= 1; if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, {|HCS5008:i + count|}, first + i)" + Fails + "}")]
    [InlineData("for (int i = 0; i < 4; i++) { indexes[i] = (ulong)i; gfns[i] = first + (ulong)i; } return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, {|HCS5008:indexes|}, gfns, errs).IsSuccess && errs[0] == 0;")]
    [InlineData("ulong index = 0; while (index < count) { if (" + Marked + Fails + "index += 1UL; }")]
    [InlineData("long index = 0; while (index < 9) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, {|HCS5008:(ulong)index|}, first)" + Fails + "index += 2L; }")]
    [InlineData("for (uint outer = 0; outer < 2; outer++) { for (uint index = 0; index < count; index++) { if (" + Marked + Fails + "} }")]
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
    [InlineData("uint down = count; for (uint i = 0; i < count; i++) { down -= 2; if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, down + i, first + i)" + Fails + "}")]
    [InlineData("uint down = count; for (uint i = 0; i < count; i++) { down -= 2; if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, i + down, first + i)" + Fails + "}")]
    [InlineData("uint down = count; for (uint i = 0; i < count; i++) { down -= 2; if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, i - down, first + i)" + Fails + "}")]
    [InlineData("long index = 9; while (index > 0) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, (ulong)index, first)" + Fails + "index += -1L; }")]
    [InlineData("int index = 9; while (index > 0) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, (ulong)index, first)" + Fails + "index += -1; }")]
    [InlineData("long index = 9; while (condition) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, (ulong)index, first)" + Fails + "index += 0L; }")]
    [InlineData("uint index = 9; while (condition) { if (" + Map + Fails + "index += 0u; }")]
    [InlineData("ulong index = 9; while (condition) { if (" + Map + Fails + "index += 0ul; }")]
    [InlineData("uint index = 9; while (condition) { if (" + Map + Fails + "index += count; }")]
    [InlineData("uint index = 9, other = 0; while (condition) { if (" + Map + Fails + "index = other + 1; }")]
    [InlineData("uint index = 9; while (condition) { if (" + Map + Fails + "index = index * 2; }")]
    [InlineData("for (uint i = 0; i < count; i++) { uint index = count * i; if (" + Map + Fails + "}")]
    [InlineData("for (uint i = 0; i < 4; i++) { indexes[0] = i; } return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, indexes, gfns, errs).IsSuccess && errs[0] == 0;")]
    [InlineData("Func<uint, bool> map = index => " + Map + ".IsSuccess; for (uint i = 0; i < count; i++) { if (!map(i)) { return false; } }")]
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
