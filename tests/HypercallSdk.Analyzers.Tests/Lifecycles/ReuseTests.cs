using System.Threading.Tasks;
using Xunit;
using static HypercallSdk.Analyzers.Tests.Lifecycles.Calls;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>HCS5006: frames that go into use again.</summary>
public sealed class ReuseTests
{
    private const string Populate = "MemoryOp.PopulatePhysmap(&gfn, 1, 0, default, DomId.Self)";
    private const string Lists =
        """
        [Proven] static Gfn s_free;
        static Gfn s_lost;
        static void Put([MapTarget] Gfn frame) { }
        static void Lose(Gfn frame) { }
        """;

    [Theory]
    [InlineData("_ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); ExtentCount count = {|HCS5006:" + Populate + "|}; return count.Value == 1;")]
    [InlineData("if (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsFailure) { ExtentCount count = {|HCS5006:" + Populate + "|}; return count.Value == 1; }")]
    [InlineData(Map + "_ = GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out {|HCS4005:_|}); return {|HCS5006:MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn)|}.IsSuccess;")]
    public Task An_operation_on_a_frame_in_doubt_is_reported(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData(Remove + "ExtentCount count = " + Populate + "; return count.Value == 1;")]
    [InlineData("XenResult removed = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); ExtentCount count = removed.IsSuccess ? " + Populate + " : default; return count.Value == 1;")]
    [InlineData("_ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn).IsSuccess;")]
    [InlineData("_ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); gfn = gfns[2]; ExtentCount count = " + Populate + "; return count.Value == 1;")]
    [InlineData("ExtentCount count = " + Populate + "; return count.Value == 1;")]
    public Task An_operation_on_a_frame_that_is_free_is_not(string statements) => LifecycleCheck.Statements(statements);

    [Fact]
    public Task A_list_of_free_frames_wants_free_frames() => LifecycleCheck.Members(
        $$"""
        {{Lists}}
        static void Blind(Gfn gfn) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); s_free = {|HCS5006:gfn|}; }
        static void Failed(Gfn gfn) { if (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsFailure) { Put({|HCS5006:gfn|}); } }
        static bool Grant(Gfn gfn, GrantHandle handle)
        {
            XenResult unmapped = GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out GrantStatus status);
            if (unmapped.IsFailure || status != GrantStatus.Okay) { s_free = {|HCS5006:gfn|}; return false; }
            s_free = gfn;
            return true;
        }
        """);

    [Fact]
    public Task A_list_of_lost_frames_takes_all() => LifecycleCheck.Members(
        $$"""
        {{Lists}}
        static void Checked(Gfn gfn) { if (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess) { s_free = gfn; Put(gfn); } else { s_lost = gfn; Lose(gfn); } }
        static void Early(Gfn gfn) { if (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsFailure) { Lose(gfn); return; } Put(gfn); }
        static void Again(Gfn gfn) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); Put(gfn); }
        static void Other(Gfn gfn) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); s_free = gfn + 1; }
        static void Sometimes(Gfn gfn, bool condition) { if (condition) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); } s_free = gfn; }
        """);
}
