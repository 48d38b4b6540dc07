using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2009: the project says that its guest is paravirtualised.</summary>
internal sealed class ParavirtualGuestRule : IProvenanceRule
{
    private const string Id = "HCS2009";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping that a PV guest cannot make",
        "A PV guest has no guest physical address space: {0} answers it -EACCES (-13), always. It maps machine frames by its page tables.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space) =>
        space.Guest == GuestKind.Pv && demand.Operation is string operation && XenOperations.AddsToPhysmap(operation)
            ? [operation]
            : null;
}
