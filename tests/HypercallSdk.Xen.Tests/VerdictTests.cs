using System;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>eng/xen/boot calls a pass only what the guest called one.</summary>
public sealed class VerdictTests
{
    private const string Guests = "tests/guests/Verdicts";

    private static GuestImage Guest => GuestImage.Of(Guests);

    [Theory]
    [InlineData(DomainKind.Dom0)]
    [InlineData(DomainKind.DomU)]
    [InlineData(DomainKind.Arm32DomU)]
    [InlineData(DomainKind.PvDom0)]
    [InlineData(DomainKind.PvhDom0)]
    [InlineData(DomainKind.PvhDomU)]
    public void A_guest_that_passes_is_reported_so(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests));

        Assert.Equal(["nothing went wrong"], run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    [Theory]
    [InlineData(DomainKind.Dom0)]
    [InlineData(DomainKind.DomU)]
    [InlineData(DomainKind.Arm32DomU)]
    [InlineData(DomainKind.PvDom0)]
    [InlineData(DomainKind.PvhDom0)]
    [InlineData(DomainKind.PvhDomU)]
    public void A_failing_code_is_reported(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests), "fail");

        Assert.Equal(Verdict.Failed, run.Verdict);
        Assert.Contains("exit code 7", run.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DomainKind.Dom0, "0x0000002000000000")]
    [InlineData(DomainKind.DomU, "0x0000002000000000")]
    [InlineData(DomainKind.Arm32DomU, "0x00000000")] // the lower half, where nothing is either
    public void A_data_abort_ends_the_guest_and_is_explained(DomainKind kind, string address)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests), "abort");

        Assert.Equal(Verdict.Failed, run.Verdict);
        Assert.Contains("exit code 100", run.Explanation, StringComparison.Ordinal);
        Assert.StartsWith(
            $"bare-metal: a data abort at address {address}, by the code at 0x",
            Assert.Single(run.GuestLines),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DomainKind.PvDom0)]
    [InlineData(DomainKind.PvhDom0)]
    [InlineData(DomainKind.PvhDomU)]
    public void A_page_fault_ends_the_guest_and_is_explained(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests), "abort");

        Assert.Equal(Verdict.Failed, run.Verdict);
        Assert.Contains("exit code 100", run.Explanation, StringComparison.Ordinal);
        Assert.StartsWith(
            "bare-metal: a page fault at address 0x0000002000000000, by the code at 0x",
            Assert.Single(run.GuestLines),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DomainKind.DomU)]
    [InlineData(DomainKind.Arm32DomU)]
    [InlineData(DomainKind.PvhDom0)]
    [InlineData(DomainKind.PvhDomU)]
    public void An_index_out_of_range_ends_the_guest_and_is_explained(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests), "bounds");

        Assert.Equal(Verdict.Failed, run.Verdict);
        Assert.Contains("exit code 101", run.Explanation, StringComparison.Ordinal);
        Assert.Equal(["bare-metal: the guest's code met an index out of range"], run.GuestLines);
    }

    [Theory]
    [InlineData(DomainKind.DomU)]
    [InlineData(DomainKind.PvDom0)]
    public void A_guest_that_hangs_is_reported(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests), "hang", timeoutSeconds: 3);

        Assert.Equal(Verdict.TimedOut, run.Verdict);
        Assert.Contains("did not end within 3 seconds", run.Explanation, StringComparison.Ordinal);
    }

    // QEMU's own exit status is 0 here, and in the next test.
    [Fact]
    public void A_machine_that_powers_off_without_a_verdict_has_not_passed()
    {
        XenRun run = XenMachine.Boot(DomainKind.Dom0, Guest, "poweroff");

        Assert.Equal(Verdict.NoWord, run.Verdict);
        Assert.Contains("without a verdict", run.Explanation, StringComparison.Ordinal);
    }

    /// <summary>On x86 Xen turns nothing off: a control domain that powers off leaves a machine that hangs, but it does reboot.</summary>
    [Theory]
    [InlineData(DomainKind.PvDom0)]
    [InlineData(DomainKind.PvhDom0)]
    public void A_machine_that_reboots_without_a_verdict_has_not_passed(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests), "reboot");

        Assert.Equal(Verdict.NoWord, run.Verdict);
        Assert.Contains("without a verdict", run.Explanation, StringComparison.Ordinal);
    }

    /// <summary>Xen's own reasons for a shutdown are no exit code: nor is a triple fault, of a guest that wiped itself.</summary>
    [Theory]
    [InlineData("poweroff", "it powered off")]
    [InlineData("reboot", "it wants to be rebooted")]
    [InlineData("wipe", "it crashed")]
    public void A_PVH_domU_that_ends_without_a_code_has_not_passed(string command, string end)
    {
        XenRun run = XenMachine.Boot(DomainKind.PvhDomU, GuestImage.For(DomainKind.PvhDomU, Guests), command);

        Assert.Equal(Verdict.NoWord, run.Verdict);
        Assert.Contains($"the domU ended without a verdict: {end}", run.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PVH_domU_that_hangs_is_reported()
    {
        XenRun run = XenMachine.Boot(DomainKind.PvhDomU, GuestImage.For(DomainKind.PvhDomU, Guests), "hang", timeoutSeconds: 5);

        Assert.Equal(Verdict.TimedOut, run.Verdict);
    }

    [Fact]
    public void A_PVH_domU_that_could_not_be_built_is_no_run() => Assert.Contains(
        "the domU was not built: the image does not fit",
        Assert.Throws<InvalidOperationException>(
            () => XenMachine.Boot(DomainKind.PvhDomU, GuestImage.For(DomainKind.PvhDomU, Guests), memoryMiB: 1)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(DomainKind.PvDom0)]
    [InlineData(DomainKind.PvhDom0)]
    public void A_panic_of_Xen_for_x86_is_reported_with_its_cause(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guests), memoryMiB: 1);

        Assert.Equal(Verdict.NoWord, run.Verdict);
        Assert.Contains("Xen panicked: ", run.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_panic_of_Xen_is_reported_with_its_cause()
    {
        XenRun run = XenMachine.Boot(DomainKind.DomU, Guest, memoryMiB: 1);

        Assert.Equal(Verdict.NoWord, run.Verdict);
        Assert.Contains("Xen panicked: Not enough memory", run.Explanation, StringComparison.Ordinal);
    }
}
