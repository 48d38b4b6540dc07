using System;
using System.Collections.Generic;
using System.ComponentModel;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>The C compiler and the binary utilities for one ABI.</summary>
/// <param name="Prefix">What their names begin with.</param>
/// <param name="Flags">What tells the compiler which ABI.</param>
internal sealed record CTool(string Prefix, IReadOnlyList<string> Flags)
{
    /// <summary>The tools for an ABI.</summary>
    public static CTool Of(AbiKind abi) => abi switch
    {
        AbiKind.Arm64 => new CTool("aarch64-linux-gnu-", []),
        AbiKind.Arm32 => new CTool("arm-linux-gnueabihf-", []),
        AbiKind.X86_64 => new CTool("x86_64-linux-gnu-", ["-m64"]),
        _ => new CTool("x86_64-linux-gnu-", ["-m32"]),
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
            throw new InvalidOperationException($"{Prefix}{tool} does not start ({exception.Message}): run eng/install.", exception);
        }
    }
}
