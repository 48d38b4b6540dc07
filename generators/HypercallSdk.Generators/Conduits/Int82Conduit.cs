using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of paravirtualised 32-bit x86 guests: an interrupt whose gate Xen owns.</summary>
internal sealed class Int82Conduit() : X86Conduit(AbiKind.X86_32)
{
    /// <inheritdoc/>
    public override string Name => "int82";

    /// <inheritdoc/>
    protected override IEnumerable<string> Trap(uint number) => [Load(number), "int $0x82"];
}
