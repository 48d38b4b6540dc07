using System.Linq;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2008: a region of <c>/hypervisor</c> is used for what another one is meant for.</summary>
internal sealed class MisusedRegionRule : IProvenanceRule
{
    /// <summary>The map space of the grant table, which has a region of its own.</summary>
    public const uint GrantTableSpace = 1; // XENMAPSPACE_grant_table

    private const string Id = "HCS2008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping in the region of something else",
        "{0} of /hypervisor is meant for {1}: {2}",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space)
    {
        if (demand.Operation is not string operation)
        {
            return null;
        }

        bool isAdded = XenOperations.AddsToPhysmap(operation);
        bool isGrantTable = isAdded && demand.Space == GrantTableSpace;
        return isGrantTable && Is(demand, space, Origins.ExtendedRegion, RegionKind.Extended)
            ? ["A later region", "foreign pages and grants", "the grant table has region 0, of which no allocator gives anything away"]
            : !isGrantTable && (!isAdded || demand.Space is not null)
                && Is(demand, space, Origins.GrantTableRegion, RegionKind.GrantTable)
                ? ["Region 0", "the grant table", "when the table grows, Xen answers 0 and puts a frame of it over what is mapped here"]
                : null;
    }

    private static bool Is(Demand demand, GuestAddressSpace space, Origins origin, RegionKind kind) =>
        demand.Value.Origins == origin
        || (demand.Value.Origins == Origins.None && !demand.Value.Constants.IsEmpty && demand.Value.Constants.All(
            constant => space.RegionAt(new TargetPage(constant))?.Kind == kind));
}
