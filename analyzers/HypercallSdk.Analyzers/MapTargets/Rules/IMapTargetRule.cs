using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>One reason why nothing should be mapped at a page.</summary>
internal interface IMapTargetRule
{
    /// <summary>The diagnostic that the rule reports.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>What the rule has against a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="region">What lives there, if anything is known of the page.</param>
    /// <param name="space">The guest's address space.</param>
    /// <returns>The arguments of the descriptor's message; none when the rule has nothing against the page.</returns>
    object[]? Object(TargetPage page, Region? region, GuestAddressSpace space);
}
