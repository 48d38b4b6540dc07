using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4005: which outcomes count as unread.</summary>
public sealed class UnreadOutcomeTests
{
    [Theory]
    [InlineData("return GrantTableOp.UnmapGrantRef(default, 0, default, out {|HCS4005:_|}).IsSuccess;")]
    [InlineData("return GrantTableOp.UnmapGrantRef(default, 0, default, out {|HCS4005:GrantStatus status|}).IsSuccess;")]
    [InlineData("GrantStatus status; return GrantTableOp.UnmapGrantRef(default, 0, default, out {|HCS4005:status|}).IsSuccess;")]
    [InlineData("int* errs = stackalloc int[4]; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, {|HCS4005:errs|}).IsSuccess;")]
    [InlineData("int* errs = stackalloc int[(int)number]; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, {|HCS4005:errs|}).IsSuccess;")]
    [InlineData("int err = 0; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 1, default, null, gfns, {|HCS4005:&err|}).IsSuccess;")]
    [InlineData("int[] all = new int[4]; fixed (int* errs = all) { return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, {|HCS4005:errs|}).IsSuccess; }")]
    [InlineData("GrantTableOp.GnttabCopy* copies = stackalloc GrantTableOp.GnttabCopy[4]; return GrantTableOp.Copy({|HCS4005:copies|}, 4).IsSuccess;")]
    [InlineData("GrantTableOp.GnttabUnmapGrantRef unmap = default; unmap.status = GrantStatus.Okay; return GrantTableOp.UnmapGrantRef({|HCS4005:&unmap|}, 1).IsSuccess;")]
    [InlineData("return GrantTableOp.UnmapGrantRef(default, 0, default, out {|HCS4005:GrantStatus _|}).IsSuccess;")]
    [InlineData("return GrantTableOp.UnmapGrantRef(default, 0, default, out {|HCS4005:var _|}).IsSuccess;")]
    [InlineData("GrantStatus status = default(GrantTableOp.GnttabCopy).status; return GrantTableOp.UnmapGrantRef(default, 0, default, out {|HCS4005:status|}).IsSuccess;")]
    public Task An_outcome_that_nobody_reads_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("int* errs = (int*)gfns; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs).IsSuccess;")]
    [InlineData("int* errs = (int*)System.Runtime.InteropServices.NativeMemory.Alloc(16); return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs).IsSuccess;")]
    [InlineData("return GrantTableOp.UnmapGrantRef(default, 0, default, out GrantStatus status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantStatus status; return GrantTableOp.UnmapGrantRef(default, 0, default, out status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("int* errs = stackalloc int[4]; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs).IsSuccess && errs[0] == 0;")]
    [InlineData("int err = 0; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 1, default, null, gfns, &err).IsSuccess && err == 0;")]
    [InlineData("int[] all = new int[4]; fixed (int* errs = all) { return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs).IsSuccess && all[1] == 0; }")]
    [InlineData("GrantTableOp.GnttabCopy* copies = stackalloc GrantTableOp.GnttabCopy[4]; return GrantTableOp.Copy(copies, 4).IsSuccess && copies[0].status == GrantStatus.Okay;")]
    [InlineData("GrantTableOp.GnttabUnmapGrantRef unmap = default; return GrantTableOp.UnmapGrantRef(&unmap, 1).IsSuccess && unmap.status == GrantStatus.Okay;")]
    [InlineData("GrantTableOp.GnttabGetVersion version = default; return GrantTableOp.GetVersion(&version, 1).IsSuccess;")]
    [InlineData("return GrantTableOp.QuerySize(DomId.Self, out _, out _, out GrantStatus status).IsSuccess && status == GrantStatus.Okay;")]
    public Task An_outcome_that_somebody_reads_is_not(string statements) => XenGuest.Statements(statements);

    [Fact]
    public Task A_buffer_of_another_owner_is_his_to_read() => XenGuest.Members(
        """
        static int* s_errs;
        static XenResult Given(Gfn* gfns, int* errs) => MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs);
        static XenResult Held(Gfn* gfns) => MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, s_errs);
        static XenResult Local(Gfn* gfns) { int* errs = s_errs; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs); }
        static XenResult Handed(out GrantStatus status) => GrantTableOp.UnmapGrantRef(default, 0, default, out status);
        static XenResult Passed(GrantTableOp.GnttabCopy* copies) => GrantTableOp.Copy(copies, 4);
        static bool Checked() { GrantTableOp.GnttabCopy copy = default; return GrantTableOp.Copy(&copy, 1).IsSuccess && IsDone(&copy); }
        static bool IsDone(GrantTableOp.GnttabCopy* copy) => copy->status == GrantStatus.Okay;
        """);

    [Fact]
    public Task Own_outcomes_are_marked_with_the_attribute() => XenGuest.File(
        """
        [Outcome] public enum ToyStatus { Fine, Bad }
        [Hypercall(60, "toy_op")]
        public partial interface IToyOp
        {
            [HypercallOp(1, "TOY_a", Struct = "toy_a")] XenResult A(out ToyStatus status);
            [HypercallOp(2, "TOY_b", Struct = "toy_b")] XenResult B([Outcome] out int err, out int value);
        }
        static class Guest { static bool Run() => ToyOp.A(out {|HCS4005:_|}).IsSuccess && ToyOp.B(out {|HCS4005:_|}, out _).IsSuccess; }
        """);
}
