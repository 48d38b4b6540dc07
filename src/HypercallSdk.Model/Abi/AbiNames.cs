using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>The binary interfaces by the names that the MSBuild property <c>HypercallAbi</c> uses.</summary>
public static class AbiNames
{
    /// <summary>Every name, in the order of <see cref="AbiKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["arm64", "arm32", "x86_64", "x86_32"];

    /// <summary>The name of a binary interface.</summary>
    public static string Of(AbiKind kind) => Names[(int)kind];

    /// <summary>Finds a binary interface by its name; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out AbiKind kind)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        kind = (AbiKind)index;
        return found;
    }
}
