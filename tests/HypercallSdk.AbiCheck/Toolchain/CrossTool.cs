using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.AbiCheck.Toolchain;

/// <summary>The C compiler and the binary utilities for one architecture.</summary>
/// <param name="Prefix">What their names begin with.</param>
/// <param name="Package">Debian's package.</param>
/// <param name="Flags">What tells the compiler which ABI.</param>
public sealed record CrossTool(string Prefix, string Package, IReadOnlyList<string> Flags)
{
    /// <summary>For 64-bit Arm.</summary>
    public static CrossTool Arm64 { get; } = new("aarch64-linux-gnu-", "gcc-aarch64-linux-gnu", []);

    /// <summary>For 32-bit Arm.</summary>
    public static CrossTool Arm32 { get; } = new("arm-linux-gnueabihf-", "gcc-arm-linux-gnueabihf", []);

    /// <summary>For 64-bit x86.</summary>
    public static CrossTool X86 { get; } = new("x86_64-linux-gnu-", "gcc, on a machine that is not x86 gcc-x86-64-linux-gnu", ["-m64"]);

    /// <summary>The same, for 32 bits: that needs no library when nothing is linked.</summary>
    private static CrossTool X86Narrow { get; } = X86 with { Flags = ["-m32"] };

    /// <summary>The tools for an ABI.</summary>
    public static CrossTool Of(AbiKind abi) => abi switch
    {
        AbiKind.Arm64 => Arm64,
        AbiKind.Arm32 => Arm32,
        AbiKind.X86_64 => X86,
        _ => X86Narrow,
    };

    /// <summary>Runs a tool.</summary>
    /// <param name="tool">Its name without the prefix: <c>objdump</c>.</param>
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
    public string Output(string tool, params IEnumerable<string> arguments) => OutputOf(tool, Run(tool, arguments));

    /// <summary>Runs the C compiler for the ABI.</summary>
    public ProgramRun RunCompiler(params IEnumerable<string> arguments) => Run("gcc", [.. Flags, .. arguments]);

    /// <summary>Runs the C compiler, which must succeed.</summary>
    public void Compile(params IEnumerable<string> arguments) => OutputOf("gcc", RunCompiler(arguments));

    /// <summary>The bytes of a section that C was compiled into: what a compiler says without anything being linked or run.</summary>
    /// <param name="section">The section's name.</param>
    /// <param name="arguments">The compiler's arguments, the C file among them.</param>
    public byte[] BytesOf(string section, params IEnumerable<string> arguments)
    {
        using TemporaryFolder folder = new();
        string compiled = folder.PathOf("section.o");
        string bytes = folder.PathOf("section.bin");
        Compile(["-c", .. arguments, "-o", compiled]);
        Output("objcopy", "-O", "binary", "--only-section=" + section, compiled, bytes);
        return File.ReadAllBytes(bytes);
    }

    private string OutputOf(string tool, ProgramRun run) => run.ExitCode == 0
        ? run.Output
        : throw new InvalidOperationException($"{Prefix}{tool} ended with {run.ExitCode}:\n{run.Errors}");
}
