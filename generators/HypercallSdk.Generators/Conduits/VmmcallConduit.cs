using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of x86 guests in virtualisation by hardware, on AMD's processors.</summary>
internal sealed class VmmcallConduit(AbiKind abi) : X86Conduit(abi)
{
    /// <inheritdoc/>
    public override string Name => "vmmcall";

    /// <inheritdoc/>
    protected override IEnumerable<string> Trap(uint number) => [Load(number), "vmmcall"];
}
