using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Emission;

/// <summary>The names of emitted files.</summary>
internal static class HintName
{
    /// <summary>The file with a conduit's own support.</summary>
    public const string Conduit = "Hypercall.Conduit.g.cs";

    /// <summary>The file of an annotated interface.</summary>
    public static string Of(INamedTypeSymbol type) => Of(
        type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(), type.Name);

    /// <summary>The file of an annotated interface.</summary>
    public static string Of(string @namespace, string interfaceName) =>
        @namespace.Length == 0 ? $"{interfaceName}.g.cs" : $"{@namespace}.{interfaceName}.g.cs";
}
