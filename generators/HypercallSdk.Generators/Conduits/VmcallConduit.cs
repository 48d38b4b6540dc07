using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of x86 guests in virtualisation by hardware, on Intel's processors.</summary>
internal sealed class VmcallConduit(AbiKind abi) : X86Conduit(abi)
{
    /// <inheritdoc/>
    public override string Name => "vmcall";

    /// <inheritdoc/>
    protected override IEnumerable<string> Trap(uint number) => [Load(number), "vmcall"];
}
