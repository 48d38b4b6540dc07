using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of paravirtualised 64-bit x86 guests, whose kernel lies outside ring 0. The instruction itself overwrites rcx and
/// r11; they are kept, as the hypercall page keeps them, so that assembly which calls a stub finds what it would find there.
/// </summary>
internal sealed class SyscallConduit() : X86Conduit(AbiKind.X86_64)
{
    /// <inheritdoc/>
    public override string Name => "syscall";

    /// <inheritdoc/>
    protected override IEnumerable<string> Trap(uint number) =>
        ["push %rcx", "push %r11", Load(number), "syscall", "pop %r11", "pop %rcx"];
}
