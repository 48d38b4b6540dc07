using System.Collections.Generic;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of paravirtualised 64-bit x86 guests, whose kernel lies outside ring 0. The instruction itself overwrites rcx and
/// r11; they are kept, as the hypercall page keeps them, so that assembly which calls a stub finds what it would find there.
/// </summary>
internal sealed class SyscallConduit(CallingConvention convention) : X86Conduit(AbiKind.X86_64, convention)
{
    /// <inheritdoc/>
    public override string Name => "syscall";

    /// <inheritdoc/>
    protected override IEnumerable<StubInstruction> Trap(uint number) =>
    [
        X86Code.Push("rcx"),
        X86Code.Push("r11"),
        X86Code.LoadEax(number),
        X86Code.Syscall,
        X86Code.Pop("r11"),
        X86Code.Pop("rcx"),
    ];
}
