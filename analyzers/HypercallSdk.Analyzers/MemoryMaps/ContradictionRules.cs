using System.Collections.Immutable;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MemoryMaps;

/// <summary>HCS0030 to HCS0034: what memory maps say against each other, and against Xen.</summary>
internal static class ContradictionRules
{
    /// <summary>HCS0031: no address of the guest's reaches the region.</summary>
    public static readonly DiagnosticDescriptor BeyondWidth = Create(
        "HCS0031",
        "A region beyond the guest's address width",
        "{0} ends beyond the guest's {1}-bit addresses; set HypercallAddressBits, or correct the region",
        DiagnosticSeverity.Warning);

    /// <summary>HCS0034: an extended region of another shape than Xen's.</summary>
    public static readonly DiagnosticDescriptor OddExtendedRegion = Create(
        "HCS0034",
        "An extended region that Xen would not hand out",
        "{0}: {1}; the regions that Xen hands out begin and end at 2 MiB and have 64 MiB or more, so nobody vouches for this one",
        DiagnosticSeverity.Warning);

    private static readonly DiagnosticDescriptor OccupiedFreeRegion = Create(
        "HCS0030",
        "A free region where something lives",
        "{0} overlaps {1}, and one of the two is said to be free; what a guest maps there replaces what is there, and Xen answers 0",
        DiagnosticSeverity.Warning);

    private static readonly DiagnosticDescriptor RamAndDevice = Create(
        "HCS0032",
        "RAM and a device in one place",
        "{0} overlaps {1}, and only one of the two can be RAM; addresses there are judged as the device's",
        DiagnosticSeverity.Warning);

    private static readonly DiagnosticDescriptor OneNameTwoPlaces = Create(
        "HCS0033",
        "One node in two places",
        "{0} is in another place than {1}; the maps are of two machines, or one is out of date",
        DiagnosticSeverity.Info);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(OccupiedFreeRegion, BeyondWidth, RamAndDevice, OneNameTwoPlaces, OddExtendedRegion);

    /// <summary>The rule about a contradiction.</summary>
    public static DiagnosticDescriptor Of(ContradictionKind kind) => kind switch
    {
        ContradictionKind.OccupiedFreeRegion => OccupiedFreeRegion,
        ContradictionKind.RamAndDevice => RamAndDevice,
        _ => OneNameTwoPlaces,
    };

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        RuleCategories.Declarations,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(id));
}
