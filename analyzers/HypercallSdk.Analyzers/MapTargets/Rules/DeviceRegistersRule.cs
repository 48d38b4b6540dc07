using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>
/// HCS2004: the page is a device's. Xen was seen to answer 0 over interrupt controllers and consoles.
/// </summary>
internal sealed class DeviceRegistersRule : IMapTargetRule
{
    private const string Id = "HCS2004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping over a device's registers",
        "{0} holds a device's registers: {1}. Xen answers 0, and accesses to the device reach the mapped page instead.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(TargetPage page, Region? region, GuestAddressSpace space) =>
        region?.Kind == RegionKind.Device ? [page.Description, RegionText.Of(region)] : null;
}
