using System.Linq;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2014: memory is given back for a place to map at, where the machine has places that cost none.</summary>
internal sealed class BalloonedPageRule : IProvenanceRule
{
    private const string Id = "HCS2014";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping that costs a page of RAM",
        "This is safe, and costs the guest a page for each: {0} has room that costs none",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space) =>
        demand.IsUse && !demand.KnowsRegions && demand.Value.Origins == Origins.Ballooned && space.HasMemoryMap && space.Guest != GuestKind.Pv
        && KindFor(demand) is { } kind && space.Map.Regions.FirstOrDefault(region => region.Kind == kind) is { } free
            ? [RegionText.Of(free)]
            : null;

    /// <summary>The regions that are meant for what is mapped (HCS2008); null when nobody sees what it is.</summary>
    private static RegionKind? KindFor(Demand demand) =>
        !XenOperations.AddsToPhysmap(demand.Operation) ? RegionKind.Extended
        : demand.Space is not { } space ? null
        : space == MisusedRegionRule.GrantTableSpace ? RegionKind.GrantTable
        : RegionKind.Extended;
}
