using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.MapTargets.Rules;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>Judges what reaches a map target: constants by the guest's address space, everything else by where it comes from.</summary>
internal static class MapTargetJudge
{
    // An address that the guest cannot have is in no region: that comes first. A page that no rule knows comes last.
    private static readonly IMapTargetRule[] PageRules =
    [
        new BeyondAddressWidthRule(),
        new MagicPagesRule(),
        new DeviceRegistersRule(),
        new OwnMemoryRule(),
        new UnknownPageRule(),
    ];

    private static readonly IProvenanceRule[] ProvenanceRules =
    [
        new UnprovenFrameRule(),
        new KeptMemoryRule(),
        new StaleAnswerRule(),
        new MisusedRegionRule(),
        new PastRegionRule(),
        new AbsentRegionRule(),
        new BalloonedPageRule(),
        new ParavirtualGuestRule(),
    ];

    /// <summary>Every diagnostic that a judgement can be.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        PageRules.Select(static rule => rule.Descriptor)
            .Concat(ProvenanceRules.Select(static rule => rule.Descriptor))
            .ToImmutableArray();

    /// <summary>Judges one value in one place.</summary>
    /// <param name="demand">The place at which something will be mapped, and what it can be.</param>
    /// <param name="space">The guest's address space.</param>
    /// <param name="compilation">The compilation that the place is in.</param>
    /// <returns>What speaks against it; nothing for a frame that is proven free.</returns>
    public static IEnumerable<Diagnostic> Judge(Demand demand, GuestAddressSpace space, Compilation compilation) =>
        demand.Value.Constants
            .Where(constant => constant.Unit != ConstantUnit.None && (demand.IsUse || !FrameArithmetic.IsPlaceholder(constant)))
            .Select(constant => Judge(constant, demand, space))
            .Concat(ProvenanceRules.Select(rule => rule.Object(demand, space) is object[] arguments
                ? Diagnostic.Create(rule.Descriptor, demand.Place, Declarations(demand, compilation), arguments)
                : null))
            .OfType<Diagnostic>();

    private static Diagnostic? Judge(Constant constant, Demand demand, GuestAddressSpace space)
    {
        TargetPage page = new(constant);
        Region? region = space.RegionAt(page);
        foreach (IMapTargetRule rule in PageRules)
        {
            if (rule.Object(page, region, space) is object[] arguments)
            {
                return Diagnostic.Create(rule.Descriptor, demand.Place, arguments);
            }
        }

        return null;
    }

    /// <summary>Where in the compilation whoever gave the value is declared, for the fix that marks it.</summary>
    private static IEnumerable<Location>? Declarations(Demand demand, Compilation compilation) =>
        demand.Value.Culprit is ISymbol culprit && SupportTypes.HoldsFrames(SupportTypes.TypeOf(culprit))
            ? culprit.Locations.Where(place => place.SourceTree is SyntaxTree tree && compilation.ContainsSyntaxTree(tree))
            : null;
}
