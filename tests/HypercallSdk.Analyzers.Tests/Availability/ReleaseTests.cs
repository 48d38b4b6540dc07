using System.Collections.Immutable;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Availability;

/// <summary>HCS3001: what a release that the project runs on does not have, and what counts as having asked.</summary>
public sealed class ReleaseTests
{
    private const string Ask = "XenVersion.Extraversion2(null).IsSuccess"; // since 4.20
    private const string Unasked = "{|HCS3001:XenVersion.Extraversion2(null)|}.IsSuccess";

    [Theory]
    [InlineData("return " + Unasked + ";")]
    [InlineData("if (RunningXen.IsAtLeast(4, 19)) { return " + Unasked + "; }")]
    [InlineData("if (!RunningXen.IsAtLeast(4, 20)) { return " + Unasked + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20)) { } return " + Unasked + ";")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) || condition) { return " + Unasked + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, (uint)number)) { return " + Unasked + "; }")]
    [InlineData("bool has = RunningXen.IsAtLeast(4, 20); has = condition; if (has) { return " + Unasked + "; }")]
    [InlineData("while (condition) { if (RunningXen.IsAtLeast(4, 20)) { break; } } return " + Unasked + ";")]
    [InlineData("try { if (RunningXen.IsAtLeast(4, 20)) { return true; } } finally { condition = " + Unasked + "; }")]
    [InlineData("try { Func<bool> ask = () => { try { return " + Unasked + "; } finally { number++; } }; return ask(); } finally { condition = false; }")]
    [InlineData("bool Local() => " + Unasked + "; return RunningXen.IsAtLeast(4, 20) && Local();")]
    [InlineData("XenQuantity length = {|HCS3001:XenVersion.Extraversion2(null)|}; if (length.IsFailure) { return false; }")]
    [InlineData("XenQuantity length = {|HCS3001:XenVersion.Extraversion2(null)|}; if (length.Errno == XenErrno.EPERM) { return false; }")]
    [InlineData("if (condition) { if (!RunningXen.IsAtLeast(4, 20)) { return false; } } else if (!RunningXen.IsAtLeast(4, 18)) { return false; } return " + Unasked + ";")]
    [InlineData("if (condition) { if (!RunningXen.IsAtLeast(4, 18)) { return false; } } else if (!RunningXen.IsAtLeast(4, 20)) { return false; } return " + Unasked + ";")]
    [InlineData("if (condition) { if (!RunningXen.IsAtLeast(4, 20)) { return false; } } return " + Unasked + ";")]
    [InlineData("if (!(condition && RunningXen.IsAtLeast(4, 20))) { return " + Unasked + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) is false) { return " + Unasked + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) is not true) { return " + Unasked + "; }")]
    public Task What_a_release_may_lack_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("if (RunningXen.IsAtLeast(4, 20)) { return " + Ask + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(minor: 20, major: 4)) { return " + Ask + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(5, 0)) { return " + Ask + "; }")]
    [InlineData("if (!RunningXen.IsAtLeast(4, 21)) { return false; } return " + Ask + ";")]
    [InlineData("return RunningXen.IsAtLeast(4, 20) && " + Ask + ";")]
    [InlineData("return !RunningXen.IsAtLeast(4, 20) || " + Ask + ";")]
    [InlineData("return RunningXen.IsAtLeast(4, 20) ? " + Ask + " : condition;")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) == false) { return false; } return " + Ask + ";")]
    [InlineData("bool has = RunningXen.IsAtLeast(4, 20); if (has && condition) { return " + Ask + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20)) { Func<bool> ask = () => " + Ask + "; return ask(); }")]
    [InlineData("try { if (RunningXen.IsAtLeast(4, 20)) { Func<bool> ask = () => " + Ask + "; return ask(); } } finally { condition = false; }")]
    [InlineData("while (RunningXen.IsAtLeast(4, 20)) { if (" + Ask + ") { break; } }")]
    [InlineData("if (condition) { if (!RunningXen.IsAtLeast(4, 20)) { return false; } } else if (!RunningXen.IsAtLeast(4, 22)) { return false; } return " + Ask + ";")]
    [InlineData("XenQuantity length = XenVersion.Extraversion2(null); if (length.Errno == XenErrno.ENOSYS) { return false; } return length.IsSuccess;")]
    [InlineData("XenQuantity length = XenVersion.Extraversion2(null); if (length.Errno is XenErrno.ENOSYS or XenErrno.EOPNOTSUPP) { return false; } return length.IsSuccess;")]
    [InlineData("switch (XenVersion.Extraversion2(null).Errno) { case XenErrno.ENOSYS: return false; }")]
    [InlineData("return XenVersion.BuildId(null).IsSuccess;")] // since 4.7
    [InlineData("return nameof(XenVersion.Extraversion2).Length > 0;")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20)) { if (RunningXen.IsAtLeast(4, 18)) { return " + Ask + "; } }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 18)) { if (RunningXen.IsAtLeast(4, 20)) { return " + Ask + "; } }")]
    [InlineData("if (!(!RunningXen.IsAtLeast(4, 20))) { return " + Ask + "; }")]
    [InlineData("if (!(!RunningXen.IsAtLeast(4, 20) || condition)) { return " + Ask + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) && condition) { return " + Ask + "; }")]
    [InlineData("if (condition && RunningXen.IsAtLeast(4, 20)) { return " + Ask + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) is true) { return " + Ask + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) is not false) { return " + Ask + "; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 20) != false) { return " + Ask + "; }")]
    [InlineData("bool lacks = !RunningXen.IsAtLeast(4, 20); if (lacks) { return false; } return " + Ask + ";")]
    public Task What_has_been_asked_for_is_not(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("4.19", true)]
    [InlineData("4.20", false)]
    [InlineData("4.21", false)]
    [InlineData("5.0", false)]
    public Task The_project_promises_a_minimum(string minimum, bool isReported) =>
        XenGuest.Statements($"return {(isReported ? Unasked : Ask)};", ("HypercallXenMinimum", minimum));

    [Theory]
    [InlineData("arm64", "4.14", true)] // 4.11, on Arm 4.15
    [InlineData("arm32", "4.14", true)]
    [InlineData("arm64", "4.15", false)]
    [InlineData("x86_64", "4.11", false)]
    [InlineData("x86_64", "4.10", true)]
    public Task A_release_on_Arm_counts_on_Arm(string abi, string minimum, bool isReported)
    {
        const string Call = "MemoryOp.AcquireResource(DomId.Self, default, 0, ref count, 0, gfns)";
        return XenGuest.Statements(
            $"uint count = 1; return {(isReported ? $"{{|HCS3001:{Call}|}}" : Call)}.IsSuccess;",
            ("HypercallAbi", abi), ("HypercallGuest", abi[0] == 'a' ? "arm-dom0" : "pvh"), ("HypercallXenMinimum", minimum));
    }

    [Fact]
    public Task Own_members_are_guards_and_have_availabilities() => XenGuest.Members(
        $$"""
        [AvailabilityGuard("4.20")] static bool HasLongTexts => RunningXen.IsAtLeast(4, 20);
        [AvailabilityGuard("4.20")] static readonly bool s_hasLongTexts = HasLongTexts;
        [AvailabilityGuard("4.19")] static bool HasTooLittle() => RunningXen.IsAtLeast(4, 19);
        static bool ByProperty() => HasLongTexts && {{Ask}};
        static bool ByField() => s_hasLongTexts && {{Ask}};
        static bool ByTooLittle() => HasTooLittle() && {{Unasked}};
        [Availability(Since = "4.20")] static bool Later() => {{Ask}};
        static bool Now() => {|HCS3001:Later()|};
        static bool Asked() => HasLongTexts && Later();
        static readonly bool s_unguarded = {{Unasked}};
        """);

    [Fact]
    public Task A_constant_counts_where_it_is_passed_and_not_where_it_is_compared() => XenGuest.Members(
        """
        static DomId Pass() => new DomId({|HCS3001:ReservedDomIds.Any|});
        static bool Compare(DomId domid) => domid.Value == ReservedDomIds.Any;
        static bool Match(DomId domid) => domid.Value is ReservedDomIds.Any;
        static bool Is(GrantStatus status) => status == GrantStatus.NoSpace;
        static DomId Old() => new DomId(ReservedDomIds.Self);
        """);

    [Fact]
    public Task What_is_gone_is_there_before_it_went() => XenGuest.Members(
        """
        static GrantMapFlags Passed() => GrantMapFlags.HostMap | {|HCS3001:GrantMapFlags.CanFail|};
        static GrantMapFlags Asked() => RunningXen.IsAtLeast(4, 16) ? GrantMapFlags.HostMap : GrantMapFlags.CanFail;
        """,
        ("HypercallXenMinimum", "4.12"));

    [Theory]
    [InlineData("4.14", "return XenVersion.Extraversion2(null).IsSuccess;", "XENVER_extraversion2 exists since Xen 4.20, and this project runs on 4.14 and later (HypercallXenMinimum). ")]
    [InlineData("4.12", "return GrantMapFlags.CanFail == 0 || Use(GrantMapFlags.CanFail);", "GNTMAP_can_fail is gone since Xen 4.16, and this project runs on 4.12 and later (HypercallXenMinimum). ")]
    public async Task A_message_names_both_releases(string minimum, string statements, string message)
    {
        ImmutableArray<Diagnostic> found = await XenGuest.Diagnostics(
            $$"""
            using HypercallSdk;
            using HypercallSdk.Xen;
            static unsafe class Guest { static bool Run() { {{statements}} } static bool Use(GrantMapFlags flags) => flags != 0; }
            """,
            ("HypercallXenMinimum", minimum));

        Assert.StartsWith(message, Assert.Single(found).GetMessage(null), System.StringComparison.Ordinal);
    }
}
