using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2006: the frame is the address of memory, or of a bank of the device tree's.</summary>
internal sealed class KeptMemoryRule : IProvenanceRule
{
    private const string Id = "HCS2006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping over memory that was not given back",
        "This is the guest's own memory, and nothing gave it back: {0}. "
        + "XENMEM_decrease_reservation on it first makes it a place to map at.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space) =>
        space.Guest != GuestKind.Pv && (demand.Value.Origins & Origins.OwnMemory) != Origins.None ? [XenAnswers.OverOwnMemory(space)] : null;
}
