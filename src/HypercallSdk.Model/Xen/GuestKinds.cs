using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Model.Xen;

/// <summary>The guest kinds by the names that the MSBuild property <c>HypercallGuest</c> uses.</summary>
public static class GuestKinds
{
    /// <summary>Every name that is understood, in the order of <see cref="GuestKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. GuestSets.NamesOf(GuestSet.All)];

    /// <summary>The names of the kinds that some of the binary interfaces have.</summary>
    public static IReadOnlyList<string> On(Abi.AbiSet abis) => [.. Names.Intersect(GuestSets.NamesOf(GuestSets.On(abis)))];

    /// <summary>The set that holds one kind.</summary>
    public static GuestSet SetOf(GuestKind kind) => (GuestSet)(1 << (int)kind);

    /// <summary>Finds a guest kind by its name; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out GuestKind kind)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        kind = (GuestKind)index;
        return found;
    }
}
