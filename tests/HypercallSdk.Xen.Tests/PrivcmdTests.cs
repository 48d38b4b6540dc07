using System;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>The conduit of processes, in a control domain whose kernel is Debian's Linux, on real Xen.</summary>
public sealed class PrivcmdTests
{
    private const string Prefix = "privcmd: ";
    private const int Timeout = 240; // Linux takes ten seconds to come up where the machine has nothing else to do

    [Theory]
    [InlineData(DomainKind.LinuxPvDom0)]
    [InlineData(DomainKind.LinuxPvhDom0)]
    public void A_program_in_a_control_domain_is_answered(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.OfLinux("tests/guests/Privcmd"), timeoutSeconds: Timeout);

        string[] said = [.. run.GuestLines.Where(static line => line.StartsWith(Prefix, StringComparison.Ordinal)).Select(static line => line[Prefix.Length..])];
        Assert.Equal(
            [
                "open: 0",
                "version: 4.17",
                "capabilities: 0 xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 ",
                "capabilities, to untouched memory: -14",
                "maximum reservation: EPERM", // 4294967295, of which Linux makes -1
                "current reservation is a number: True",
                "grant table: 0 Okay True 64",
                "domain 0: 0 True 1",
                "domain 77: -3",
                "threads got their own answers: True",
            ],
            said);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    /// <summary>The control: without Xen's modules there is no device, the program says so and fails, and so does the run.</summary>
    [Fact]
    public void A_kernel_without_the_driver_is_told_from_Xen()
    {
        ProgramRun fetched = ProgramRun.Of("eng/xen/fetch-linux", "amd64");
        string kernel = fetched.Output.Split('\n').Single(static line => line.StartsWith("kernel=", StringComparison.Ordinal))["kernel=".Length..];
        Assert.True(File.Exists(kernel), fetched.Errors);

        XenRun run = new(ProgramRun.Of(
            "eng/xen/boot", "--as", "linux-pv-dom0", "--kernel", kernel, "--image", GuestImage.OfLinux("tests/guests/Privcmd").Path));

        Assert.Contains("privcmd: open: 2", run.GuestLines);
        Assert.Equal(Verdict.Failed, run.Verdict);
    }
}
