using System;
using System.Collections.Generic;
using System.ComponentModel;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.Abi.Tests.Toolchain;

/// <summary>The C compiler and the binary utilities for one architecture.</summary>
/// <param name="Prefix">What their names begin with.</param>
/// <param name="Package">Debian's package.</param>
internal sealed record CrossTool(string Prefix, string Package)
{
    /// <summary>For 64-bit Arm.</summary>
    public static CrossTool Arm64 { get; } = new("aarch64-linux-gnu-", "gcc-aarch64-linux-gnu");

    /// <summary>For 32-bit Arm.</summary>
    public static CrossTool Arm32 { get; } = new("arm-linux-gnueabihf-", "gcc-arm-linux-gnueabihf");

    /// <summary>For x86 of both widths: <c>-m32</c> needs no library when nothing is linked.</summary>
    public static CrossTool X86 { get; } = new("x86_64-linux-gnu-", "gcc, on a machine that is not x86 gcc-x86-64-linux-gnu");

    /// <summary>The tools for an ABI.</summary>
    public static CrossTool Of(AbiKind abi) => abi switch
    {
        AbiKind.Arm64 => Arm64,
        AbiKind.Arm32 => Arm32,
        _ => X86,
    };

    /// <summary>Runs a tool.</summary>
    /// <param name="tool">Its name without the prefix: <c>gcc</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public ProgramRun Run(string tool, params IEnumerable<string> arguments)
    {
        try
        {
            return ProgramRun.Of(Prefix + tool, arguments);
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"{Prefix}{tool} does not start ({exception.Message}): run eng/install (Debian's package is {Package}).", exception);
        }
    }

    /// <summary>Runs a tool that must succeed, and gives what it wrote.</summary>
    public string Output(string tool, params IEnumerable<string> arguments)
    {
        ProgramRun run = Run(tool, arguments);
        return run.ExitCode == 0
            ? run.Output
            : throw new InvalidOperationException($"{Prefix}{tool} ended with {run.ExitCode}:\n{run.Errors}");
    }
}
