using System;
using System.Collections.Generic;
using System.IO;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>The scripts say what is wrong and how to mend it.</summary>
public sealed class ToolTests
{
    [Theory]
    [InlineData("--as dom0, domU, pv-dom0, pvh-dom0, pvh-domU, linux-pv-dom0 or linux-pvh-dom0 is needed")]
    [InlineData("--as is dom0, domU, pv-dom0, pvh-dom0, pvh-domU, linux-pv-dom0 or linux-pvh-dom0, not \"dom1\"", "--as", "dom1")]
    [InlineData("--image is needed", "--as", "dom0")]
    [InlineData("--image wants a value", "--as", "dom0", "--image")]
    [InlineData("--image absent.img does not exist", "--as", "dom0", "--image", "absent.img")]
    [InlineData("--image LICENSE is neither an arm64 Image (\"ARM\\x64\" at offset 56) nor a zImage", "--as", "dom0", "--image", "LICENSE")]
    [InlineData("--image LICENSE is not an ELF file for x86-64", "--as", "pv-dom0", "--image", "LICENSE")]
    [InlineData(
        "--builder LICENSE is not an ELF file for x86-64",
        "--as", "pvh-domU", "--image", "/usr/bin/env", "--builder", "LICENSE")]
    [InlineData("--image LICENSE is not an ELF file for x86-64", "--as", "linux-pv-dom0", "--image", "LICENSE")]
    [InlineData("--timeout wants a whole number from 1, not \"soon\"", "--as", "dom0", "--timeout", "soon")]
    [InlineData("unknown argument \"--fast\"", "--fast")]
    public void Boot_refuses_a_command_line_that_is_not_in_order(string message, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of("eng/xen/boot", arguments);

        Assert.Equal((int)Verdict.NotStarted, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eng/xen/boot", "qemu-system-aarch64 is not installed: run eng/install", "--as", "dom0", "--image", "any")]
    [InlineData("eng/xen/boot", "qemu-system-x86_64 is not installed: run eng/install", "--as", "pvh-dom0", "--image", "any")]
    [InlineData("eng/guest-image", "dotnet is not installed", "tests/guests/Verdicts")]
    public void A_missing_tool_is_named_with_its_mend(string script, string message, params string[] arguments)
    {
        string tools = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (string tool in (string[])["bash", "cat", "dirname", "grep", "readlink"])
            {
                File.CreateSymbolicLink(Path.Combine(tools, tool), Path.Combine("/usr/bin", tool));
            }

            ProgramRun run = ProgramRun.Of(script, new Dictionary<string, string> { ["PATH"] = tools }, arguments);

            Assert.NotEqual(0, run.ExitCode);
            Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(tools, recursive: true);
        }
    }

    [Theory]
    [InlineData("--abi is arm64, arm32 or x86_64, not \"arm\"", "--abi", "arm", "tests/guests/Verdicts")]
    [InlineData("unknown argument \"--fast\"", "--fast", "tests/guests/Verdicts")]
    [InlineData("--conduit wants a value", "--conduit")]
    [InlineData("there is no project absent", "absent")]
    public void Guest_image_refuses_a_command_line_that_is_not_in_order(string message, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of("eng/guest-image", arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Install_has_nothing_to_do_where_these_tests_run()
    {
        ProgramRun run = ProgramRun.Of("eng/install");

        Assert.Equal("", run.Output + run.Errors);
        Assert.Equal(0, run.ExitCode);
    }
}
