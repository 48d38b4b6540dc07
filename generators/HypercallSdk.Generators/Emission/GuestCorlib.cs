using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Emission;

/// <summary>What the guest's core library has of the few types that emitted code can do without.</summary>
/// <param name="HasStructLayout">Whether <c>StructLayoutAttribute</c> is there.</param>
/// <param name="HasSuppressGCTransition">Whether <c>SuppressGCTransitionAttribute</c> is there.</param>
/// <param name="HasSkipLocalsInit">Whether <c>SkipLocalsInitAttribute</c> is there.</param>
internal sealed record GuestCorlib(bool HasStructLayout, bool HasSuppressGCTransition, bool HasSkipLocalsInit)
{
    /// <summary>Looks for the types, once a compilation.</summary>
    public static GuestCorlib Probe(Compilation compilation) => new(
        Has(compilation, "System.Runtime.InteropServices.StructLayoutAttribute"),
        Has(compilation, "System.Runtime.InteropServices.SuppressGCTransitionAttribute"),
        Has(compilation, "System.Runtime.CompilerServices.SkipLocalsInitAttribute"));

    private static bool Has(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is not null;
}
