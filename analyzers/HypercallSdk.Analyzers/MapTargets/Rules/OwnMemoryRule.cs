using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2002: the page is memory. Xen was seen to answer 0, and the page that was there is lost.</summary>
internal sealed class OwnMemoryRule : IMapTargetRule
{
    private const string Id = "HCS2002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping over the guest's own memory",
        "{0} is {1}: {2}. {3}.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(TargetPage page, Region? region, GuestAddressSpace space) => region?.Kind switch
    {
        RegionKind.Ram => [page.Description, "the guest's own RAM", RegionText.Of(region), XenAnswers.OverOwnMemory(space)],
        RegionKind.ReservedMemory => [page.Description, "reserved memory", RegionText.Of(region), XenAnswers.OverOwnMemory(space)],
        _ => null,
    };
}
