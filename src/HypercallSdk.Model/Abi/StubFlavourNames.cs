using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>The flavours of stubs by the names that the MSBuild property <c>HypercallStubs</c> uses.</summary>
public static class StubFlavourNames
{
    /// <summary>Every name, in the order of <see cref="StubFlavour"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["linked", "bytes"];

    /// <summary>Finds a flavour by its name; case does not matter.</summary>
    /// <returns>Whether there is one; if not, the flavour is <see cref="StubFlavour.Linked"/>.</returns>
    public static bool TryParse(string name, out StubFlavour flavour)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        flavour = (StubFlavour)index;
        return found;
    }
}
