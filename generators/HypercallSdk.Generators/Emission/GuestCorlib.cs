using HypercallSdk.Generators.Conduits;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Emission;

/// <summary>What the guest's core library and other references have of the few types that emitted code can do without.</summary>
/// <param name="HasStructLayout">Whether <c>StructLayoutAttribute</c> is there.</param>
/// <param name="HasSuppressGCTransition">Whether <c>SuppressGCTransitionAttribute</c> is there.</param>
/// <param name="HasSkipLocalsInit">Whether <c>SkipLocalsInitAttribute</c> is there.</param>
/// <param name="HasHook">
/// Whether a referenced project offers its hook, as the one that embeds the support for a solution does: hypercalls of both
/// then go through that one, and a second class of its name would only be in its way.
/// </param>
internal sealed record GuestCorlib(bool HasStructLayout, bool HasSuppressGCTransition, bool HasSkipLocalsInit, bool HasHook)
{
    /// <summary>Looks for the types, once a compilation.</summary>
    public static GuestCorlib Probe(Compilation compilation) => new(
        Has(compilation, "System.Runtime.InteropServices.StructLayoutAttribute"),
        Has(compilation, "System.Runtime.InteropServices.SuppressGCTransitionAttribute"),
        Has(compilation, "System.Runtime.CompilerServices.SkipLocalsInitAttribute"),
        compilation.GetTypeByMetadataName(HookConduit.ClassName) is { DeclaredAccessibility: Accessibility.Public });

    private static bool Has(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is not null;
}
