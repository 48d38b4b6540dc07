using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.MapTargets.Rules;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>Judges constants against the guest's address space.</summary>
internal static class MapTargetJudge
{
    // An address that the guest cannot have is in no region: that comes first. A page that no rule knows comes last.
    private static readonly IMapTargetRule[] Rules =
    [
        new BeyondAddressWidthRule(),
        new MagicPagesRule(),
        new DeviceRegistersRule(),
        new OwnMemoryRule(),
        new UnknownPageRule(),
    ];

    /// <summary>Every diagnostic that a judgement can be.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        Rules.Select(static rule => rule.Descriptor).ToImmutableArray();

    /// <summary>Judges one constant.</summary>
    /// <param name="constant">The frame or address at which something will be mapped.</param>
    /// <param name="space">The guest's address space.</param>
    /// <param name="place">The argument that has the constant.</param>
    /// <returns>What speaks against it; nothing inside a region that is known to be free.</returns>
    public static Diagnostic? Judge(Constant constant, GuestAddressSpace space, Location place)
    {
        TargetPage page = new(constant);
        Region? region = space.RegionAt(page);
        foreach (IMapTargetRule rule in Rules)
        {
            if (rule.Object(page, region, space) is object[] arguments)
            {
                return Diagnostic.Create(rule.Descriptor, place, arguments);
            }
        }

        return null;
    }
}
