using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Model.Abi;

/// <summary>The binary interfaces by the names that the MSBuild property <c>HypercallAbi</c> uses.</summary>
public static class AbiNames
{
    /// <summary>Every name that the layout engine knows, in the order of <see cref="AbiKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["arm64", "arm32", "x86_64", "x86_32"];

    /// <summary>The names for which this release emits trampolines, and so those that <c>HypercallAbi</c> may be.</summary>
    public static IReadOnlyList<string> Emitted { get; } = ["arm64"];

    /// <summary>The name of a binary interface.</summary>
    public static string Of(AbiKind kind) => Names[(int)kind];

    /// <summary>Finds a binary interface that the layout engine knows by its name; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out AbiKind kind)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        kind = (AbiKind)index;
        return found;
    }

    /// <summary>Finds a binary interface for which this release emits trampolines; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParseEmitted(string name, out AbiKind kind) =>
        TryParse(name, out kind) && Emitted.Contains(Of(kind), StringComparer.Ordinal);
}
