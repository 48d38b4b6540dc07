using System.Collections.Generic;
using HypercallSdk.Xen.Tests.Machine;

namespace HypercallSdk.Xen.Tests.Violations;

/// <summary>A kind of guest that does what the rules warn of, and the releases of Xen that it does it on.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Abi">The ABI that its image is for.</param>
/// <param name="Domain">What it is booted as.</param>
/// <param name="Releases">The releases.</param>
internal sealed record ViolatingGuest(string Name, string Abi, DomainKind Domain, IReadOnlyList<string> Releases)
{
    /// <summary>The project that its image is made of.</summary>
    public const string Project = "tests/guests/Violations";

    /// <summary>All of them. On Arm Xen 4.14 is left out: it makes no domU without a dom0 beside it, and has another way with grant frames mapped twice.</summary>
    public static IReadOnlyList<ViolatingGuest> All { get; } =
    [
        new("Arm dom0", "arm64", DomainKind.Dom0, ["4.17", "4.20"]),
        new("Arm domU", "arm64", DomainKind.DomU, ["4.17", "4.20"]),
        new("PV dom0", "x86_64", DomainKind.PvDom0, ["4.14", "4.17", "4.20"]),
        new("PVH dom0", "x86_64", DomainKind.PvhDom0, ["4.14", "4.17", "4.20"]),
        new("PVH domU", "x86_64", DomainKind.PvhDomU, ["4.14", "4.17", "4.20"]),
    ];
}
