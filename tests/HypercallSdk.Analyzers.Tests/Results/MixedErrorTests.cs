using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4006: which numbers count as errors of different kinds.</summary>
public sealed class MixedErrorTests
{
    private const string Ask = "XenResult asked = GrantTableOp.UnmapGrantRef(default, 0, default, out GrantStatus status); if (asked.IsFailure || status == GrantStatus.BadHandle) { return false; } ";
    private const string Batch = "int* errs = stackalloc int[4]; XenResult asked = MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs); if (asked.IsFailure) { return false; } ";
    private const string Host = "System.Runtime.InteropServices.Marshal.GetLastPInvokeError()";
    private const string Remove = "MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)";

    [Theory]
    [InlineData("XenResult asked = " + Remove + "; return {|HCS4006:asked.Value == (long)GrantStatus.Again|};")]
    [InlineData("XenResult asked = " + Remove + "; return {|HCS4006:asked.Value == (long)XenErrno.ENOENT|};")]
    [InlineData("XenResult asked = " + Remove + "; return {|HCS4006:(long)XenErrno.ENOENT != asked.Value|};")]
    [InlineData("XenResult asked = " + Remove + "; long rc = asked.Value; return {|HCS4006:rc == (int)XenErrno.ENOENT|};")]
    [InlineData("XenResult asked = " + Remove + "; return {|HCS4006:asked.Value == -1|};")]
    [InlineData("return {|HCS4006:" + Remove + ".Value != -1L|};")]
    [InlineData("XenResult asked = " + Remove + "; switch (asked.Value) { {|HCS4006:case (long)XenErrno.ENOENT:|} return true; default: return asked.IsSuccess; }")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value is {|HCS4006:(long)GrantStatus.Again|};")]
    [InlineData("XenResult asked = " + Remove + "; GrantStatus made = {|HCS4006:(GrantStatus)asked.Value|}; return made == GrantStatus.Okay;")]
    [InlineData("XenResult asked = " + Remove + "; return {|HCS4006:(GrantStatus)asked.Errno|} == GrantStatus.Again;")]
    [InlineData("XenErrno errno = {|HCS4006:(XenErrno)" + Host + "|}; return errno == XenErrno.ENOSYS;")]
    [InlineData("XenResult asked = " + Remove + "; return {|HCS4006:(int)asked.Errno == " + Host + "|};")]
    [InlineData("int host = " + Host + "; return {|HCS4006:host == (int)XenErrno.EPERM|};")]
    [InlineData(Ask + "return {|HCS4006:(int)status == -(int)XenErrno.EAGAIN|};")]
    [InlineData(Ask + "XenErrno errno = {|HCS4006:(XenErrno)(-(int)status)|}; return errno == XenErrno.None;")]
    [InlineData(Ask + "XenResult made = {|HCS4006:new XenResult((long)status)|}; return made.IsSuccess;")]
    [InlineData("XenResult made = {|HCS4006:new XenResult((long)XenErrno.EINVAL)|}; return made.IsSuccess;")]
    [InlineData(Batch + "return {|HCS4006:errs[0] == (int)XenErrno.ENOENT|};")]
    [InlineData(Batch + "return {|HCS4006:*errs == (int)GrantStatus.Again|};")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value is {|HCS4006:-1|};")]
    [InlineData("XenResult asked = " + Remove + "; switch (asked.Value) { {|HCS4006:case -1:|} return true; default: return asked.IsSuccess; }")]
    [InlineData("const int NoBufferSpace = 55; return {|HCS4006:" + Remove + ".Value == -NoBufferSpace|};")]
    [InlineData("return {|HCS4006:" + Remove + ".Value != -4095|};")]
    [InlineData("return (int)" + Remove + ".Errno is {|HCS4006:55|};")]
    [InlineData("switch ((int)" + Remove + ".Errno) { {|HCS4006:case 55:|} return true; default: return false; }")]
    [InlineData("int* errs = stackalloc int[4]; XenResult asked = MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs); return asked.IsSuccess && {|HCS4006:errs[0] == -55|};")]
    [InlineData("int host = System.Runtime.InteropServices.Marshal.GetLastWin32Error(); return {|HCS4006:host == (int)XenErrno.EPERM|};")]
    [InlineData("int host = System.Runtime.InteropServices.Marshal.GetLastSystemError(); return {|HCS4006:host == (int)XenErrno.EPERM|};")]
    public Task Errors_that_are_numbered_differently_are_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value == -(long)XenErrno.EPERM;")]
    [InlineData("XenResult asked = " + Remove + "; DayOfWeek day = number == 1 ? DayOfWeek.Friday : DayOfWeek.Monday; return asked.Value == (long)day;")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value == -4096 || asked.Value == 55 || asked.Value < -55 || asked.Value == -105;")]
    [InlineData("return (int)" + Remove + ".Errno == 22 || (int)" + Remove + ".Errno == -55;")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value == -(long)XenErrno.ENOENT;")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Errno == XenErrno.ENOENT;")]
    [InlineData("XenResult asked = " + Remove + "; return -asked.Value == (long)XenErrno.ENOENT;")]
    [InlineData("XenResult asked = " + Remove + "; return (int)asked.Errno == (int)XenErrno.ENOENT;")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value == (long)GrantStatus.Okay || asked.Value == 0 || asked.Value == -2;")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value > -1;")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Value switch { 0 => true, -(long)XenErrno.ENOENT => true, _ => false };")]
    [InlineData("XenResult made = new XenResult(-(long)XenErrno.EINVAL); return made.IsFailure;")]
    [InlineData("XenResult made = new XenResult(0); return made.IsSuccess;")]
    [InlineData("XenErrno errno = (XenErrno)38; int number38 = (int)errno; return errno == XenErrno.ENOSYS && number38 == (int)XenErrno.ENOSYS;")]
    [InlineData("int host = " + Host + "; return host == 0 || host == 11;")]
    [InlineData(Ask + "return status == GrantStatus.Again || (short)status == -12 || (int)status < 0;")]
    [InlineData(Ask + "return status is GrantStatus.Okay or GrantStatus.Again;")]
    [InlineData(Ask + "GrantStatus copy = (GrantStatus)(short)status; return copy == status;")]
    [InlineData(Batch + "return errs[0] == 0 && errs[1] == -(int)XenErrno.ENOENT && errs[2] != -38;")]
    [InlineData("int* plain = stackalloc int[4]; plain[0] = 2; return plain[0] == (int)XenErrno.ENOENT;")]
    [InlineData("int index = -1; for (int i = 0; i < 4; i++) { if (" + Remove + ".IsSuccess) { index = i; } } return index == -1;")]
    public Task Errors_of_one_kind_are_not(string statements) => XenGuest.Statements(statements);

    [Fact]
    public Task What_a_method_returns_is_of_one_kind() => XenGuest.Members(
        """
        static long Libc(Gfn gfn) { if (gfn.Value == 0) { return {|HCS4006:-1|}; } return MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).Value; }
        static long Status(Gfn gfn)
        {
            XenResult asked = GrantTableOp.UnmapGrantRef(default, 0, default, out GrantStatus status);
            return asked.IsFailure ? asked.Value : {|HCS4006:(long)status|};
        }
        static long Sign(Gfn gfn)
        {
            XenResult asked = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn);
            if (asked.IsFailure) { return asked.Value; }
            return gfn.Value == 0 ? {|HCS4006:(long)XenErrno.EINVAL|} : 0;
        }
        static long Good(Gfn gfn)
        {
            if (gfn.Value == 0) { return -(long)XenErrno.EINVAL; }
            System.Func<int> first = () => -1;
            return first() == 0 ? 0 : MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).Value;
        }
        static int Find(Gfn gfn) { if (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsFailure) { return -1; } return 3; }
        static int Number(XenResult asked) => asked.IsFailure ? -(int)asked.Errno : 0;
        """);

    [Fact]
    public Task Another_hypervisor_s_outcomes_are_a_kind_too() => XenGuest.File(
        """
        [Outcome] public enum ToyStatus { Fine, Bad = 2 }
        [Hypercall(60, "toy_op")]
        public partial interface IToyOp { [HypercallOp(1, "TOY_a", Struct = "toy_a")] XenResult A(out ToyStatus status); }
        static class Guest { static bool Run() { XenResult asked = ToyOp.A(out ToyStatus status); return {|HCS4006:asked.Value == (int)ToyStatus.Bad|} && status == ToyStatus.Fine; } }
        """);
}
