using System.Globalization;
using System.Numerics;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>
/// HCS2001: the page is where no guest physical address reaches.
/// </summary>
internal sealed class BeyondAddressWidthRule : IMapTargetRule
{
    private const string Id = "HCS2001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping beyond the guest's address width",
        "{0} lies beyond the guest's {1}-bit addresses, which end at {2}. "
        + "{3}.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(TargetPage page, Region? region, GuestAddressSpace space) =>
        page.IsWithin(space.AddressBits) ? null :
        [
            page.Description,
            space.AddressBits.ToString(CultureInfo.InvariantCulture),
            TargetPage.Hexadecimal((BigInteger.One << space.AddressBits) - 1),
            XenAnswers.BeyondAddressWidth(space),
        ];
}
