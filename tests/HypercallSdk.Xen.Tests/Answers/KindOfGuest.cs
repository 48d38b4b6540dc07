using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using HypercallSdk.Xen.Tests.Machine;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>A kind of guest that is asked, on one Xen.</summary>
/// <param name="Name">The table's column.</param>
/// <param name="Release">The Xen.</param>
/// <param name="Abi">The ABI.</param>
/// <param name="Guest">What it is in declarations.</param>
/// <param name="Domain">What it is booted as.</param>
internal sealed record KindOfGuest(string Name, XenRelease Release, AbiKind Abi, GuestSet Guest, DomainKind Domain)
{
    /// <summary>All that can be booted here.</summary>
    public static IReadOnlyList<KindOfGuest> All { get; } =
    [
        new("dom0", new XenRelease(4, 17), AbiKind.Arm64, GuestSet.ArmDom0, DomainKind.Dom0),
        new("domU", new XenRelease(4, 17), AbiKind.Arm64, GuestSet.ArmDomU, DomainKind.DomU),
        new("pv dom0", new XenRelease(4, 17), AbiKind.X86_64, GuestSet.Pv, DomainKind.PvDom0),
        new("pvh dom0", new XenRelease(4, 17), AbiKind.X86_64, GuestSet.Pvh, DomainKind.PvhDom0),
        new("pvh domU", new XenRelease(4, 17), AbiKind.X86_64, GuestSet.Pvh, DomainKind.PvhDomU),
    ];

    /// <summary>The table that has its column.</summary>
    public string Table => $"{AbiNames.Of(Abi)}-{Release}";

    /// <summary>The kind with a name.</summary>
    public static KindOfGuest Of(string name) => All.Single(kind => kind.Name == name);
}
