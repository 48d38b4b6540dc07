using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2007: Xen answered, and then something else was mapped.</summary>
internal sealed class StaleAnswerRule : IProvenanceRule
{
    private const string Id = "HCS2007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "An answer of Xen's that is out of date",
        "Something was mapped since Xen said that this was unallocated; by now it may hold just that. "
        + "Ask again, or map inside the answer first.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space) =>
        space.Guest != GuestKind.Pv && (demand.Value.Origins & Origins.Stale) != Origins.None ? [] : null;
}
