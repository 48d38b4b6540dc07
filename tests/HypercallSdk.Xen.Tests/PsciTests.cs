using System;
using System.Collections.Generic;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>
/// A hypervisor that is declared, not built in: one image asks Xen's PSCI and QEMU's for their versions by <c>hvc #0</c>, and has
/// the machine turned off. That the machine is off is the pass: the guest itself can only say that it failed.
/// </summary>
public sealed class PsciTests
{
    private static readonly string[] Lines =
    [
        "device tree: arm,psci-1.0", // all of 1.x
        "PSCI_VERSION: 1.1", // Xen 4.17's (VPSCI_VERSION in asm/psci.h), and QEMU's, which Xen tells of when it boots
        "PSCI_FEATURES of SYSTEM_OFF: 0",
        "PSCI_FEATURES of no function: -1",
        "SYSTEM_OFF",
    ];

    private static GuestImage Guest => GuestImage.Of("samples/Psci");

    [Fact]
    public void On_real_Xen_as_dom0_it_prints_through_one_conduit_and_ends_the_machine_through_the_other()
    {
        XenRun run = XenMachine.Boot(DomainKind.Dom0, Guest);

        Assert.Equal(Lines, run.GuestLines);
        Assert.Equal("Hardware Dom0 halted: halting machine", run.XenLines[^1]);
        Assert.Equal(Verdict.NoWord, run.Verdict); // QEMU's status is 0: neither a failure nor the end of the time
        Assert.Contains("Using PSCI v1.1", run.XenLines); // what Xen finds in QEMU, of which the next test asks
    }

    [Fact]
    public void On_QEMU_without_Xen_it_asks_QEMUs_own()
    {
        ProgramRun run = Qemu("-kernel", Guest.Path);

        Assert.Equal(Lines, run.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    /// <summary>The control: a machine that nobody turns off runs until the time is up, and that is another status.</summary>
    [Fact]
    public void A_machine_that_is_not_turned_off_is_not_taken_for_one_that_is()
    {
        const int TimeIsUp = 124;

        Assert.Equal(TimeIsUp, Qemu(seconds: 1, "-S", "-kernel", Guest.Path).ExitCode);
    }

    private static ProgramRun Qemu(params IEnumerable<string> arguments) => Qemu(seconds: 60, arguments);

    private static ProgramRun Qemu(int seconds, params IEnumerable<string> arguments) => ProgramRun.Of(
        "timeout",
        [
            $"{seconds}", "qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a57", "-m", "256M", "-nodefaults",
            "-display", "none", "-monitor", "none", "-serial", "stdio", "-no-reboot", .. arguments,
        ]);
}
