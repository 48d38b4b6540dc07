using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;
using static HypercallSdk.Analyzers.Tests.Lifecycles.Calls;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>HCS5009: pages that are mapped twice.</summary>
public sealed class SecondMappingTests
{
    private const string Other = "Gfn other = gfns[1]; ";
    private const string Again = "MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, other)";
    private const string Reported = Other + "return {|HCS5009:" + Again + "|}.IsSuccess;";
    private const string Silent = Other + "return " + Again + ".IsSuccess;";

    [Theory]
    [InlineData(Add + Reported)]
    [InlineData("XenResult mapped = MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn); " + Other + "return {|HCS5009:" + Again + "|}.IsSuccess && mapped.IsSuccess;")]
    [InlineData(Add + "if (condition) { number++; } else { number--; } " + Reported)]
    [InlineData(Add + "const ulong Only = 0; const MapSpace Space = MapSpace.SharedInfo; " + Other + "return {|HCS5009:MemoryOp.AddToPhysmap(DomId.Self, 0, Space, Only, other)|}.IsSuccess;")]
    [InlineData(Add + "return {|HCS5009:MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, new Gfn(number))|}.IsSuccess;")]
    [InlineData("if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 3, gfn).IsFailure) { return false; } " + Other + "return {|HCS5009:MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 3, other)|}.IsSuccess;")]
    public Task A_page_that_is_mapped_is_reported(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData(Add + Remove + Silent)]
    [InlineData("if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn).IsSuccess) { return true; } " + Silent)]
    [InlineData("XenResult mapped = MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn); if (mapped.IsFailure) { " + Silent + " } return true;")]
    [InlineData("if (condition) { " + Add + "} " + Silent)]
    [InlineData(Add + "Undo(gfn); static void Undo(Gfn frame) => _ = MemoryOp.RemoveFromPhysmap(DomId.Self, frame); " + Silent)]
    [InlineData(Add + Other + "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, other).IsSuccess;")]
    [InlineData(Add + Other + "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, number, other).IsSuccess;")]
    [InlineData(Add + Other + "return MemoryOp.AddToPhysmap(DomId.Self, 0, condition ? MapSpace.SharedInfo : MapSpace.GrantTable, 0, other).IsSuccess;")]
    [InlineData(Add + Other + "return MemoryOp.AddToPhysmap(new DomId(3), 0, MapSpace.SharedInfo, 0, other).IsSuccess;")]
    [InlineData("if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 3, gfn).IsFailure) { return false; } " + Other + "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 2, other).IsSuccess;")]
    [InlineData("for (ulong index = 2; index > 0; index--) { if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, index - 1, gfn + index).IsFailure) { return false; } } return true;")]
    public Task One_that_is_not_or_may_not_be_is_silent(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData("x86_64", "pvh")]
    [InlineData("arm64", "arm-domU")]
    [InlineData("arm32", "arm-domU")]
    public Task What_comes_of_it_depends_on_the_machine(string abi, string guest) =>
        LifecycleCheck.Statements(Add + Reported, ("HypercallAbi", abi), ("HypercallGuest", guest));

    [Fact]
    public Task A_mark_may_say_less() => XenGuest.Check(
        "5",
        """
        public enum Thing : uint { [MappedOnce("page")] A, [MappedOnce("page", Abis = HypercallAbis.X86)] B }
        [Hypercall(60, "toy_op")]
        public partial interface IToyOp
        {
            [HypercallOp(0, "TOY_map"), Inverse("Unmap")]
            XenResult Map(Thing thing, ulong page, [MapTarget] Gfn where);

            [HypercallOp(1, "TOY_unmap")]
            XenResult Unmap(Gfn where);
        }
        public static class Guest
        {
            public static bool A(Gfn a, Gfn b) => ToyOp.Map(Thing.A, 7, a).IsSuccess && {|HCS5009:ToyOp.Map(Thing.A, 7, b)|}.IsSuccess;
            public static bool B(Gfn a, Gfn b) => ToyOp.Map(Thing.B, 7, a).IsSuccess && ToyOp.Map(Thing.B, 7, b).IsSuccess;
        }
        """);
}
