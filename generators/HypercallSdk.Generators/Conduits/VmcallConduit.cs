using System.Collections.Generic;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of x86 guests in virtualisation by hardware, on Intel's processors.</summary>
internal sealed class VmcallConduit(AbiKind abi, CallingConvention convention) : X86Conduit(abi, convention)
{
    /// <inheritdoc/>
    public override string Name => "vmcall";

    /// <inheritdoc/>
    protected override IEnumerable<StubInstruction> Trap(uint number) => [X86Code.LoadEax(number), X86Code.Vmcall];
}
