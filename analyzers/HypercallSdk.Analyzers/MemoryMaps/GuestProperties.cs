using System.Globalization;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.MemoryMaps;

/// <summary>
/// The MSBuild properties that describe the guest. A value that means nothing was an error of the build before the
/// compiler ran; here the default stands in for it, so that an IDE goes on showing what it can.
/// </summary>
internal static class GuestProperties
{
    /// <summary>The property <c>HypercallGuest</c>; a domU unless it says otherwise.</summary>
    public static GuestKind Guest(AnalyzerConfigOptions properties) =>
        GuestKinds.TryParse(Read(properties, "HypercallGuest"), out GuestKind guest) ? guest : GuestKind.ArmDomU;

    /// <summary>The property <c>HypercallAddressBits</c>.</summary>
    public static int AddressBits(AnalyzerConfigOptions properties) =>
        TryParse(Read(properties, "HypercallAddressBits"), out int bits) && AddressWidths.IsArm(bits)
            ? bits
            : AddressWidths.DefaultOf(Guest(properties));

    /// <summary>The property <c>HypercallXenMinimum</c>; where it says nothing, the oldest that the package is tested with.</summary>
    public static XenRelease XenMinimum(AnalyzerConfigOptions properties) =>
        XenRelease.TryParse(Read(properties, "HypercallXenMinimum"), out XenRelease release) ? release : new XenRelease(4, 17);

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Read(AnalyzerConfigOptions properties, string name) =>
        properties.TryGetValue("build_property." + name, out string? value) ? value.Trim() : "";
}
