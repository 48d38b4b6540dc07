using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4004: what is read before, or where, a call's result says that it was written.</summary>
public sealed class UnexaminedOutputTests
{
    private const string Call = "GrantTableOp.GetVersion(DomId.Self, out uint version)";
    private const string Ask = "XenResult asked = " + Call + "; ";
    private const string Query = "XenResult asked = GrantTableOp.QuerySize(DomId.Self, out uint count, out uint most, out GrantStatus status); ";

    [Theory]
    [InlineData(Ask + "number = {|HCS4004:version|}; if (asked.IsFailure) { return false; }")]
    [InlineData("_ = " + Call + "; return {|HCS4004:version|} == 1;")]
    [InlineData(Ask + "if (asked.IsFailure) { number = {|HCS4004:version|}; return false; }")]
    [InlineData(Ask + "if (!asked.IsSuccess) { return {|HCS4004:version|} == 1; }")]
    [InlineData(Ask + "if (asked.Value < 0) { return {|HCS4004:version|} == 1; }")]
    [InlineData("if (" + Call + ".IsFailure) { return {|HCS4004:version|} == 1; }")]
    [InlineData(Ask + "if (asked.IsSuccess) { return true; } return {|HCS4004:version|} == 1;")]
    [InlineData(Ask + "while ({|HCS4004:version|} != 1) { } return asked.IsSuccess;")]
    [InlineData(Query + "if ({|HCS4004:status|} == GrantStatus.Okay) { number = {|HCS4004:count|} + {|HCS4004:most|}; } return asked.IsSuccess;")]
    [InlineData("Gfn found; XenResult asked = GrantTableOp.SetupTable(DomId.Self, 1, out GrantStatus status, &found); gfn = {|HCS4004:found|}; return asked.IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("UnallocatedRegion region; uint count = 1; XenResult asked = MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region); number = {|HCS4004:count|}; return asked.IsSuccess || asked.Errno != XenErrno.ENOSYS;")]
    [InlineData("bool Local() { " + Ask + "number = {|HCS4004:version|}; return asked.IsSuccess; } return Local();")]
    [InlineData("Func<bool> ask = () => { " + Ask + "number = {|HCS4004:version|}; return asked.IsSuccess; };")]
    [InlineData(Ask + "if (asked.IsFailure) { number = (ulong)asked.Value; return {|HCS4004:version|} == 1; }")]
    [InlineData(Ask + "if (asked.Value >= 0) { return version == 1; } return {|HCS4004:version|} == 1;")]
    public Task A_read_that_knows_no_result_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Ask + "if (asked.Value >= 1) { return true; } return version == 1;")]
    [InlineData(Ask + "if (asked.IsFailure) { return false; } return version == 1;")]
    [InlineData(Ask + "return asked.IsSuccess && version == 1;")]
    [InlineData(Ask + "return asked.IsFailure || version != 1;")]
    [InlineData("return " + Call + ".IsSuccess && version == 1;")]
    [InlineData("bool isKnown = " + Call + ".IsSuccess; if (isKnown) { return version == 1; }")]
    [InlineData("XenErrno errno = " + Call + ".Errno; if (errno == XenErrno.None) { return version == 1; }")]
    [InlineData(Ask + "if (asked.Errno == XenErrno.None) { return version == 1; }")]
    [InlineData(Ask + "if (asked.Value != 0) { return false; } return version == 1;")]
    [InlineData(Ask + "version = 1; return version == 1 && asked.IsSuccess;")]
    [InlineData(Query + "if (asked.IsFailure || status != GrantStatus.Okay) { number = (ulong)status; return false; } return count < most;")]
    [InlineData("uint length = 4; XenResult asked = MemoryOp.GetUnallocatedSpace(DomId.Self, ref length, null); if (asked.IsFailure) { number = length; } return asked.Errno == XenErrno.ENOSYS;")]
    [InlineData("XenResult asked; uint version; do { asked = GrantTableOp.GetVersion(DomId.Self, out version); } while (asked.Errno == XenErrno.EAGAIN); return asked.IsSuccess && version == 1;")]
    [InlineData(Ask + "Func<bool> isOne = () => version == 1; return asked.IsSuccess && isOne();")]
    [InlineData("try { " + Ask + "if (asked.IsFailure) { return false; } number = version; } finally { number++; }")]
    public Task A_read_behind_the_result_is_not(string statements) => XenGuest.Statements(statements);

    [Fact]
    public Task A_wrapper_hands_both_on() => XenGuest.Members(
        """
        static XenResult Version(out uint version) => GrantTableOp.GetVersion(DomId.Self, out version);
        static bool TryVersion(out uint version) { XenResult asked = GrantTableOp.GetVersion(DomId.Self, out version); return asked.IsSuccess; }
        """);
}
