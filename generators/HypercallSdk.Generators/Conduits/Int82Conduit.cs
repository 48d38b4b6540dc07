using System.Collections.Generic;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of paravirtualised 32-bit x86 guests: an interrupt whose gate Xen owns.</summary>
internal sealed class Int82Conduit() : X86Conduit(AbiKind.X86_32, CallingConvention.SystemV)
{
    /// <inheritdoc/>
    public override string Name => "int82";

    /// <inheritdoc/>
    protected override IEnumerable<StubInstruction> Trap(uint number) => [X86Code.LoadEax(number), X86Code.Int82];
}
