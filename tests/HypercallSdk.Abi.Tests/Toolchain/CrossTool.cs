using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace HypercallSdk.Abi.Tests.Toolchain;

/// <summary>The C compiler and the binary utilities for arm64.</summary>
internal static class CrossTool
{
    private const string Prefix = "aarch64-linux-gnu-";

    /// <summary>Runs a tool.</summary>
    /// <param name="tool">Its name without the prefix: <c>gcc</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static ProgramRun Run(string tool, params IEnumerable<string> arguments)
    {
        try
        {
            return ProgramRun.Of(Prefix + tool, arguments);
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"{Prefix}{tool} does not start ({exception.Message}): run eng/install (Debian's package is gcc-aarch64-linux-gnu).", exception);
        }
    }

    /// <summary>Runs a tool that must succeed, and gives what it wrote.</summary>
    public static string Output(string tool, params IEnumerable<string> arguments)
    {
        ProgramRun run = Run(tool, arguments);
        return run.ExitCode == 0
            ? run.Output
            : throw new InvalidOperationException($"{Prefix}{tool} ended with {run.ExitCode}:\n{run.Errors}");
    }
}
