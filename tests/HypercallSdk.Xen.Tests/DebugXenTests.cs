using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>
/// A debug Xen overwrites each register that a hypercall may change. What works on it relies on none of them; a release build, which
/// leaves them alone, cannot say so.
/// </summary>
public sealed class DebugXenTests
{
    /// <summary>The control: call sites that are wrong pass on the release build, and the debug build tells.</summary>
    [Theory]
    [InlineData(DomainKind.Dom0)]
    [InlineData(DomainKind.DomU)]
    [InlineData(DomainKind.Arm32Dom0)]
    [InlineData(DomainKind.Arm32DomU)]
    [InlineData(DomainKind.PvDom0)]
    [InlineData(DomainKind.PvhDom0)]
    public void Calls_that_rely_on_an_overwritten_register_fail_there_and_only_there(DomainKind kind)
    {
        GuestImage guest = GuestImage.For(kind, "tests/guests/Clobbers");

        Assert.Equal(
            [
                "what chooses the operation is not loaded again: 262161", // 4.17
                "the address of the buffer is not loaded again: 0",
                "the fifth argument's register is relied on, which was not passed: 1",
            ],
            XenMachine.Boot(kind, guest).GuestLines);
        Assert.Equal(
            [
                "what chooses the operation is not loaded again: -38",
                "the address of the buffer is not loaded again: -14",
                "the fifth argument's register is relied on, which was not passed: 0",
            ],
            XenMachine.Boot(kind, guest, xen: XenMachine.Debug).GuestLines);
    }

    [Theory]
    [InlineData(DomainKind.Dom0, "tests/guests/Language")]
    [InlineData(DomainKind.DomU, "tests/guests/Language")]
    [InlineData(DomainKind.PvDom0, "tests/guests/Language")]
    [InlineData(DomainKind.PvhDom0, "tests/guests/Language")]
    [InlineData(DomainKind.Dom0, "tests/guests/Conduits")]
    [InlineData(DomainKind.DomU, "tests/guests/Conduits")]
    [InlineData(DomainKind.PvDom0, "tests/guests/Conduits")]
    [InlineData(DomainKind.PvhDom0, "tests/guests/Conduits")]
    [InlineData(DomainKind.Dom0, "tests/guests/Experiments")]
    [InlineData(DomainKind.DomU, "tests/guests/Experiments")]
    [InlineData(DomainKind.PvhDom0, "tests/guests/PvhGrantTable")]
    [InlineData(DomainKind.Dom0, "samples/GrantTable")]
    [InlineData(DomainKind.DomU, "samples/GrantTable")]
    [InlineData(DomainKind.Dom0, "tests/guests/Answers")]
    [InlineData(DomainKind.DomU, "tests/guests/Answers")]
    [InlineData(DomainKind.Arm32Dom0, "tests/guests/Language")]
    [InlineData(DomainKind.Arm32DomU, "tests/guests/Language")]
    [InlineData(DomainKind.Arm32Dom0, "tests/guests/Conduits")]
    [InlineData(DomainKind.Arm32DomU, "tests/guests/Conduits")]
    [InlineData(DomainKind.Arm32Dom0, "tests/guests/Answers")]
    [InlineData(DomainKind.Arm32DomU, "tests/guests/Answers")]
    public void A_guest_prints_what_it_prints_on_the_release_build(DomainKind kind, string guest) =>
        AssertTheSame(kind, GuestImage.For(kind, guest));

    /// <summary>The conduits that are not the default of their kind of guest.</summary>
    [Theory]
    [InlineData(DomainKind.PvDom0, "syscall")]
    [InlineData(DomainKind.PvhDom0, "vmmcall")]
    public void Each_conduit_of_x86_does(DomainKind kind, string conduit) =>
        AssertTheSame(kind, GuestImage.OfX86("tests/guests/Conduits", conduit));

    private static void AssertTheSame(DomainKind kind, GuestImage guest)
    {
        XenRun release = XenMachine.Boot(kind, guest);
        XenRun debug = XenMachine.Boot(kind, guest, xen: XenMachine.Debug);

        Assert.NotEmpty(release.GuestLines);
        Assert.Equal(Stable(release), Stable(debug));
        Assert.Equal((Verdict.Passed, Verdict.Passed), (release.Verdict, debug.Verdict));
        Assert.Contains(debug.XenLines, static line => line.Contains("debug=y", StringComparison.Ordinal));
        Assert.Contains(release.XenLines, static line => line.Contains("debug=n", StringComparison.Ordinal));
    }

    // The source may be older than the packages, and before 4.17.7 these looked first at who asks.
    private static IEnumerable<string> Stable(XenRun run) => run.GuestLines.Where(static line =>
        !line.StartsWith("domctl XEN_DOMCTL_ioport_permission ", StringComparison.Ordinal)
        && !line.StartsWith("domctl XEN_DOMCTL_irq_permission ", StringComparison.Ordinal));
}
