using System.Linq;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2000: nothing is known to live at the page, and nothing vouches for it either.</summary>
internal sealed class UnknownPageRule : IMapTargetRule
{
    private const string Id = "HCS2000";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping where nothing is known to be free",
        "{0} is in no region that is known to be free. Xen answers 0 whatever lives there; {1}.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(TargetPage page, Region? region, GuestAddressSpace space) =>
        region is null ? [page.Description, Advice(space)] : null;

    private static string Advice(GuestAddressSpace space)
    {
        if (!space.HasMemoryMap)
        {
            return "give the project a HypercallMemoryMap to judge it by";
        }

        string free = string.Join(", ", space.Map.Regions.Where(static region => region.IsFree).Select(RegionText.Of));
        return free.Length == 0 ? "the memory map has no /hypervisor region" : "free is " + free;
    }
}
