using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Availability;

/// <summary>HCS3001 to HCS3005, by the forms in which C# can say one thing.</summary>
public sealed class GuardFormTests
{
    [Theory]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) ^ condition) { return {|HCS3001:XenVersion.Extraversion2(null)|}.IsSuccess; }")]
    [InlineData("const uint Index = 1; return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, {|HCS3004:Index|}, gfn).IsSuccess;")]
    [InlineData("return MemoryOp.AddToPhysmap(DomId.Self, 0, (MapSpace)0, {|HCS3004:1|}, gfn).IsSuccess;")]
    [InlineData("MapSpace s = MapSpace.GmfnForeign; return MemoryOp.AddToPhysmap(DomId.Self, 0, {|HCS3005:s|}, 1, gfn).IsSuccess;")]
    [InlineData("return MemoryOp.AddToPhysmap(DomId.Self, 0, {|HCS3005:(MapSpace)4|}, 1, gfn).IsSuccess;")]
    [InlineData("MapSpace s = {|HCS3002:MapSpace.Gmfn|}; return MemoryOp.AddToPhysmap(DomId.Self, 0, s, 1, gfn).IsSuccess;")]
    [InlineData("return MemoryOp.AddToPhysmap(DomId.Self, 0, {|HCS3002:(MapSpace)2|}, 1, gfn).IsSuccess;")]
    public Task What_is_wrong_is_reported_in_any_form(string source) => XenGuest.Statements(source);

    [Theory]
    [InlineData("bool has = RunningXen.IsAtLeast(4, 20) && condition; if (has) { return XenVersion.Extraversion2(null).IsSuccess; }")]
    [InlineData("bool has = RunningXen.IsAtLeast(4, 20); if (!has) { goto old; } return XenVersion.Extraversion2(null).IsSuccess; old: return false;")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) is false) { return false; } return XenVersion.Extraversion2(null).IsSuccess;")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) is true) { return XenVersion.Extraversion2(null).IsSuccess; }")]
    [InlineData("return RunningXen.IsAtLeast(4, 20) switch { true => XenVersion.Extraversion2(null).IsSuccess, false => false };")]
    [InlineData("if (true == RunningXen.IsAtLeast(4, 20)) { return XenVersion.Extraversion2(null).IsSuccess; }")]
    [InlineData("if (condition && RunningXen.IsAtLeast(4, 20) && number > 1) { return XenVersion.Extraversion2(null).IsSuccess; }")]
    [InlineData("if (condition || !RunningXen.IsAtLeast(4, 20)) { return false; } return XenVersion.Extraversion2(null).IsSuccess;")]
    [InlineData("if (!(RunningXen.IsAtLeast(4, 20) && condition)) { return false; } return XenVersion.Extraversion2(null).IsSuccess;")]
    [InlineData("if (condition & RunningXen.IsAtLeast(4, 20)) { return XenVersion.Extraversion2(null).IsSuccess; }")]
    [InlineData("switch (RunningXen.IsAtLeast(4, 20)) { case true: return XenVersion.Extraversion2(null).IsSuccess; default: return false; }")]
    [InlineData("if (!RunningXen.IsAtLeast(4, 20)) { throw new Exception(); } return XenVersion.Extraversion2(null).IsSuccess;")]
    [InlineData("System.Diagnostics.Debug.Assert(RunningXen.IsAtLeast(4, 20)); return XenVersion.Extraversion2(null).IsSuccess;")]
    [InlineData("XenQuantity l = XenVersion.Extraversion2(null); if (l.IsFailure && l.Errno == XenErrno.ENOSYS) { return false; }")]
    [InlineData("XenQuantity l = XenVersion.Extraversion2(null); XenErrno e = l.Errno; if (e == XenErrno.ENOSYS) { return false; }")]
    [InlineData("XenQuantity l = XenVersion.Extraversion2(null); return l is { Errno: XenErrno.ENOSYS };")]
    public Task What_is_right_is_not_in_any_form(string source) => XenGuest.Statements(source);

    [Theory]
    [InlineData("static XenQuantity Ask() => {|HCS3001:XenVersion.Extraversion2(null)|};")]
    public Task Members_are_reported_too(string source) => XenGuest.Members(source);

    [Theory]
    [InlineData("static bool IsMissing(XenErrno e) => e is XenErrno.ENOSYS; static bool Run() => IsMissing(XenVersion.Extraversion2(null).Errno);")]
    public Task Members_that_are_right_are_not(string source) => XenGuest.Members(source);
}
