using System.Collections.Generic;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of x86 guests in virtualisation by hardware, on AMD's processors.</summary>
internal sealed class VmmcallConduit(AbiKind abi, CallingConvention convention) : X86Conduit(abi, convention)
{
    /// <inheritdoc/>
    public override string Name => "vmmcall";

    /// <inheritdoc/>
    protected override IEnumerable<StubInstruction> Trap(uint number) => [X86Code.LoadEax(number), X86Code.Vmmcall];
}
