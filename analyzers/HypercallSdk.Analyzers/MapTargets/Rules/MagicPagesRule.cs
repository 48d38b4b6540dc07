using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2003: the page is one through which Xen or its toolstack talks to the guest.</summary>
internal sealed class MagicPagesRule : IMapTargetRule
{
    private const string Id = "HCS2003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping over Xen's magic pages",
        "{0} belongs to what no device tree describes: {1}. Xen answers 0 and the page that was there is gone.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(TargetPage page, Region? region, GuestAddressSpace space) =>
        region?.Kind == RegionKind.MagicPages ? [page.Description, RegionText.Of(region)] : null;
}
