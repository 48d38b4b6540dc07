using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4010: who asks for one of two errors that say the same.</summary>
public sealed class OneRefusalTests
{
    private const string Remove = "MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)";
    private const string Bad = "{|HCS4010:" + Remove + "|}";

    [Theory]
    [InlineData("return " + Bad + ".Errno == XenErrno.ENOSYS;")]
    [InlineData("return " + Bad + ".Errno != XenErrno.EOPNOTSUPP;")]
    [InlineData("XenResult asked = " + Bad + "; return asked.Errno is XenErrno.ENOSYS || asked.IsSuccess;")]
    [InlineData("XenResult asked = " + Bad + "; return asked is { Errno: XenErrno.ENOSYS or XenErrno.EINVAL };")]
    [InlineData("XenErrno errno = " + Bad + ".Errno; return errno == XenErrno.ENOSYS;")]
    [InlineData("switch (" + Bad + ".Errno) { case XenErrno.None: return true; case XenErrno.ENOSYS: return false; default: return condition; }")]
    [InlineData("return " + Bad + ".Errno switch { XenErrno.EOPNOTSUPP => false, _ => true };")]
    [InlineData("switch (" + Bad + ") { case { Errno: XenErrno.ENOSYS }: return false; default: return condition; }")]
    [InlineData("return " + Bad + " switch { { Errno: XenErrno.ENOSYS } => false, _ => true };")]
    [InlineData("return (int)" + Bad + ".Errno == (int)XenErrno.ENOSYS;")]
    public Task One_of_two_is_reported(string statements) => XenGuest.Check("4", Method(statements));

    [Theory]
    [InlineData("return " + Remove + ".Errno is XenErrno.ENOSYS or XenErrno.EOPNOTSUPP;")]
    [InlineData("XenResult asked = " + Remove + "; return asked.Errno == XenErrno.ENOSYS || asked.Errno == XenErrno.EOPNOTSUPP;")]
    [InlineData("XenResult asked = " + Remove + "; if (asked.IsFailure) { return asked.Errno == XenErrno.ENOSYS; } return true;")]
    [InlineData("return " + Remove + ".Errno == XenErrno.ENOENT;")]
    [InlineData("return " + Remove + ".IsSuccess;")]
    [InlineData("return XenErrno.ENOSYS == default || " + Remove + ".IsSuccess;")]
    [InlineData("uint count = 1; return MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, null).Errno == XenErrno.ENOSYS;")]
    [InlineData("return XenVersion.Extraversion2(null).Errno == XenErrno.ENOSYS;")]
    public Task Both_or_another_is_not(string statements) => XenGuest.Check("4", Method(statements));

    [Fact]
    public Task An_operation_that_every_release_of_the_project_s_has_counts() =>
        XenGuest.Check("4", Method("return {|HCS4010:XenVersion.Extraversion2(null)|}.Errno == XenErrno.ENOSYS;"), ("HypercallXenMinimum", "4.99"));

    private static string Method(string statements) => XenGuest.Class(XenGuest.Method(statements));
}
