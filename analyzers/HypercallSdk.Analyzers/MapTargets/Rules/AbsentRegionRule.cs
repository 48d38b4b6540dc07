using System.Linq;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2012: an extended region that the project's Xen need not give, and nobody asks whether it is there.</summary>
internal sealed class AbsentRegionRule : IProvenanceRule
{
    private const string Id = "HCS2012";

    /// <summary>The first release with extended regions.</summary>
    private static readonly XenRelease First = new(4, 16);

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping in a region that may not be there",
        "{0}, and nothing here asks for Count or for the range's size: a region that is not there is empty and begins at frame 0, and Xen maps there",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space) =>
        demand.IsUse && !demand.AsksForRegions
        && (demand.Value.Origins & (Origins.ExtendedRegion | Origins.GrantTableRegion)) == Origins.ExtendedRegion
        && !IsStated(demand.Value.Position, space) && Reason(space) is { } reason
            ? [reason]
            : null;

    private static bool IsStated(RegionPosition? position, GuestAddressSpace space) => position is { } known
        ? StatedRegion.At(known, space) is not null
        : space.Map.Regions.Any(static region => region.Kind == RegionKind.Extended);

    /// <summary>Why there may be no extended regions; null when the project says nothing of the kind.</summary>
    private static string? Reason(GuestAddressSpace space) =>
        space.Abi == AbiKind.Arm32 ? "Xen gives a 32-bit domain no extended regions"
        : space.Abi is AbiKind.X86_64 or AbiKind.X86_32 ? "Xen on x86 gives no regions, for it has no device tree"
        : space.XenMinimum < First ? $"Xen before {First} gives no extended regions, and the project runs on {space.XenMinimum} and later (HypercallXenMinimum)"
        : null;
}
