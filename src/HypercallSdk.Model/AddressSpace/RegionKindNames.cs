using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>The region kinds by the words that begin a line of a <c>.memmap</c> file.</summary>
public static class RegionKindNames
{
    /// <summary>Every word, in the order of <see cref="RegionKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["magic-pages", "device", "reserved", "ram", "grant-table", "extended"];

    /// <summary>The word for a kind.</summary>
    public static string Of(RegionKind kind) => Names[(int)kind];

    /// <summary>Finds a region kind by its word; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out RegionKind kind)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        kind = (RegionKind)index;
        return found;
    }
}
