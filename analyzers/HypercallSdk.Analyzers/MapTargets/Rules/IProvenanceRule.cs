using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>One reason why nothing should be mapped at what comes from somewhere.</summary>
internal interface IProvenanceRule
{
    /// <summary>The diagnostic that the rule reports.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>What the rule has against a value.</summary>
    /// <param name="demand">The place at which something will be mapped, and what it can be.</param>
    /// <param name="space">The guest's address space.</param>
    /// <returns>The arguments of the descriptor's message; none when the rule has nothing against the value.</returns>
    object[]? Object(Demand demand, GuestAddressSpace space);
}
