using System;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>
/// What the project says of the machine that it runs on. A property that means nothing was an error of the build before the compiler
/// ran; here it promises nothing.
/// </summary>
/// <param name="Minimum">The oldest Xen, <c>HypercallXenMinimum</c>.</param>
/// <param name="Abi">The ABI; null when it is not known.</param>
/// <param name="Guest">The kind of guest; all of them when it is not known.</param>
internal sealed record ProjectPromise(XenRelease? Minimum, AbiKind? Abi, GuestSet Guest)
{
    /// <summary>The MSBuild property that names the oldest Xen.</summary>
    public const string MinimumProperty = "HypercallXenMinimum";

    private const string GuestProperty = "HypercallGuest";

    /// <summary>Whether the ABI is one of Arm's.</summary>
    public bool IsOnArm => Abi is { } abi && AbiSet.Arm.Has(abi);

    /// <summary>Reads the properties that the package makes visible to the compiler.</summary>
    public static ProjectPromise Read(AnalyzerConfigOptionsProvider provider)
    {
        string guest = BuildOptions.Value(provider, GuestProperty);
        int bit = GuestSets.NamesOf(GuestSet.All).ToList().FindIndex(name => string.Equals(name, guest, StringComparison.OrdinalIgnoreCase));
        return new ProjectPromise(
            XenRelease.TryParse(BuildOptions.Value(provider, MinimumProperty), out XenRelease minimum) ? minimum : null,
            BuildOptions.Read(provider).Abi,
            bit < 0 ? GuestSet.All : (GuestSet)(1 << bit));
    }

    /// <summary>Whether a mark holds for the project: for all of its guests, where it names some. One that names neither ABIs nor guests does.</summary>
    public bool IsMeantBy(AttributeData mark)
    {
        int abis = mark.Named("Abis") is int written ? written : 0;
        int guests = mark.Named("Guests") is int named ? named : 0;
        return (abis == 0 || (Abi is { } abi && ((AbiSet)abis).Has(abi))) && (guests == 0 || ((GuestSet)guests & Guest) == Guest);
    }

    /// <summary>The first release that has something, on the project's ABI; null when all have.</summary>
    public XenRelease? SinceOf(Model.Xen.Availability availability) =>
        IsOnArm ? availability.SinceOnArm ?? availability.Since : availability.Since;

    /// <summary>Whether the project's ABI and guest can have something, in whatever release.</summary>
    public bool HasPlaceFor(Model.Xen.Availability availability) =>
        (Abi is not { } abi || availability.Abis.Has(abi)) && (availability.Guests & Guest) != 0;
}
