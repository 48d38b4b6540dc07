using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Availability;

/// <summary>HCS3006: by which errors an operation that is not there may be refused.</summary>
public sealed class RefusalTests
{
    private const string Declared = "UnallocatedRegion region = default; uint count = 1; ";
    private const string Call = "MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region)";
    private const string Bad = "{|HCS3006:" + Call + "|}";

    [Theory]
    [InlineData("XenResult asked = " + Bad + "; if (asked.Errno == XenErrno.ENOSYS) { return false; } gfn = region.start_gpfn;")]
    [InlineData("XenResult asked = " + Bad + "; return asked.Errno != XenErrno.EOPNOTSUPP;")]
    [InlineData("XenErrno errno = " + Bad + ".Errno; if (errno == XenErrno.ENOSYS) { return false; } gfn = region.start_gpfn;")]
    [InlineData("if (" + Bad + ".Errno is XenErrno.ENOSYS) { return false; } gfn = region.start_gpfn;")]
    [InlineData("switch (" + Bad + ".Errno) { case XenErrno.ENOSYS: return false; default: gfn = region.start_gpfn; break; }")]
    public Task A_proposal_may_be_refused_in_two_ways(string statements) => XenGuest.Statements(Declared + statements);

    [Theory]
    [InlineData("XenResult asked = " + Call + "; if (asked.Errno is XenErrno.ENOSYS or XenErrno.EOPNOTSUPP) { return false; } gfn = region.start_gpfn;")]
    [InlineData("XenResult asked = " + Call + "; if (asked.Errno == XenErrno.ENOSYS) { return false; } if (asked.IsFailure) { return condition; } gfn = region.start_gpfn;")]
    [InlineData("XenResult asked = " + Call + "; if (asked.IsSuccess) { gfn = region.start_gpfn; } else { condition = asked.Errno == XenErrno.ENOSYS; }")]
    [InlineData("XenResult asked = " + Call + "; return asked.Errno switch { XenErrno.None => true, XenErrno.ENOSYS => false, _ => condition };")]
    [InlineData("XenResult asked = " + Call + "; if (asked.Errno == XenErrno.ENOSYS) { return false; } return asked.Value == 0;")]
    [InlineData("XenQuantity length = XenVersion.Extraversion2(null); if (length.Errno == XenErrno.ENOSYS) { return false; }")]
    public Task Who_asks_for_all_or_for_any_failure_is_right(string statements) => XenGuest.Statements(Declared + statements);

    [Fact]
    public Task A_hypercall_says_how_it_refuses() => XenGuest.File(
        """
        [Hypercall(60, "toy_op"), UnknownOperation(XenErrno.EOPNOTSUPP)]
        public partial interface IToyOp { [HypercallOp(1, "TOY_new"), Availability(Since = "5.1")] XenResult New(); [HypercallOp(2, "TOY_old")] XenResult Old(); }
        [Hypercall(61, "late_op"), UnknownOperation(XenErrno.EINVAL), Availability(Since = "5.1")]
        public partial interface ILateOp { [HypercallOp(1, "LATE_new")] XenResult New(); }
        [Hypercall(62, "wide_op"), UnknownOperation(XenErrno.EINVAL, Abis = HypercallAbis.X86)]
        public partial interface IWideOp { [HypercallOp(1, "WIDE_new"), Availability(Since = "5.1")] XenResult New(); }
        static class Guest
        {
            static bool Wrong() => {|HCS3006:ToyOp.New()|}.Errno == XenErrno.ENOSYS;
            static bool Right() => ToyOp.New().Errno == XenErrno.EOPNOTSUPP;
            static bool Both() => ToyOp.New().Errno is XenErrno.ENOSYS or XenErrno.EOPNOTSUPP;
            static bool Old() => {|HCS4010:ToyOp.Old()|}.Errno == XenErrno.ENOSYS;
            static bool Half() => {|HCS3006:LateOp.New()|}.Errno == XenErrno.EINVAL;
            static bool Whole() => LateOp.New().Errno is XenErrno.EINVAL or XenErrno.ENOSYS;
            static bool OfArm() => WideOp.New().Errno == XenErrno.ENOSYS;
            static bool NotOfArm() => {|HCS3006:WideOp.New()|}.Errno == XenErrno.EINVAL;
        }
        """);
}
