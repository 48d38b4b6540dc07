using System;
using System.ComponentModel;
using System.IO;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>Programs that know device trees better than we do: dtc, fdtget and QEMU.</summary>
internal static class OutsideTool
{
    /// <summary>Runs a program and returns its standard output.</summary>
    public static string Run(string program, params string[] arguments)
    {
        ProgramRun run = Start(program, arguments);
        Assert.True(run.ExitCode == 0, $"{program} ended with {run.ExitCode}: {run.Errors}");
        return run.Output;
    }

    /// <summary>Compiles device tree source with dtc.</summary>
    public static byte[] Compile(string source)
    {
        using TemporaryFolder directory = new();
        string input = directory.Write("tree.dts", source);
        string output = directory.PathOf("tree.dtb");
        Run("dtc", "-q", "-I", "dts", "-O", "dtb", "-o", output, input);
        return File.ReadAllBytes(output);
    }

    /// <summary>Turns a binary device tree into source with dtc.</summary>
    public static string Decompile(byte[] blob)
    {
        using TemporaryFolder directory = new();
        return Run("dtc", "-q", "-I", "dtb", "-O", "dts", directory.Write("tree.dtb", blob));
    }

    /// <summary>The device tree of QEMU's virt board, as QEMU makes it.</summary>
    public static byte[] DumpVirtBoard()
    {
        using TemporaryFolder directory = new();
        string path = directory.PathOf("virt.dtb");
        Run(
            "qemu-system-aarch64",
            "-M", $"virt,virtualization=on,gic-version=3,dumpdtb={path}",
            "-cpu", "cortex-a57", "-m", "1G", "-nic", "none", "-display", "none", "-serial", "none", "-monitor", "none");
        return File.ReadAllBytes(path);
    }

    private static ProgramRun Start(string program, string[] arguments)
    {
        try
        {
            return ProgramRun.Of(program, arguments);
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} is not installed: run eng/install", exception);
        }
    }
}
