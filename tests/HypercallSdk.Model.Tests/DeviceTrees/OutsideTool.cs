using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>Programs that know device trees better than we do: dtc, fdtget and QEMU.</summary>
internal static class OutsideTool
{
    /// <summary>Runs a program and returns its standard output.</summary>
    public static string Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Start(start);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {error.Result}");
        return output;
    }

    /// <summary>Compiles device tree source with dtc.</summary>
    public static byte[] Compile(string source)
    {
        using TemporaryDirectory directory = new();
        string input = directory.Write("tree.dts", source);
        string output = directory.PathOf("tree.dtb");
        Run("dtc", "-q", "-I", "dts", "-O", "dtb", "-o", output, input);
        return File.ReadAllBytes(output);
    }

    /// <summary>Turns a binary device tree into source with dtc.</summary>
    public static string Decompile(byte[] blob)
    {
        using TemporaryDirectory directory = new();
        return Run("dtc", "-q", "-I", "dtb", "-O", "dts", directory.Write("tree.dtb", blob));
    }

    /// <summary>The device tree of QEMU's virt board, as QEMU makes it.</summary>
    public static byte[] DumpVirtBoard()
    {
        using TemporaryDirectory directory = new();
        string path = directory.PathOf("virt.dtb");
        Run(
            "qemu-system-aarch64",
            "-M", $"virt,virtualization=on,gic-version=3,dumpdtb={path}",
            "-cpu", "cortex-a57", "-m", "1G", "-nic", "none", "-display", "none", "-serial", "none", "-monitor", "none");
        return File.ReadAllBytes(path);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{start.FileName} is not installed: run eng/install", exception);
        }
    }
}
