using System.Globalization;
using System.Numerics;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2010: counted from its start, the frame lies outside the region of <c>/hypervisor</c> that it is counted from.</summary>
internal sealed class PastRegionRule : IProvenanceRule
{
    private const string Id = "HCS2010";
    private const int PageSize = 0x1000;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping outside the region that it was meant for",
        "Frame {0} of a region that has {1}: {2}. Xen answers 0 and replaces whatever is behind it.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space) =>
        demand.Value.Position is RegionPosition position
        && StatedRegion.At(position, space) is Region region
        && (position.Offset.Sign < 0 || Frame(position.Offset) >= region.Size / PageSize)
            ? [Frame(position.Offset).ToString(CultureInfo.InvariantCulture), (region.Size / PageSize).ToString(CultureInfo.InvariantCulture), RegionText.Of(region)]
            : null;

    /// <summary>The frame that holds a byte: the one below zero is -1, which division alone would call 0.</summary>
    private static BigInteger Frame(BigInteger offset) =>
        BigInteger.Divide(offset.Sign < 0 ? offset - (PageSize - 1) : offset, PageSize);
}
