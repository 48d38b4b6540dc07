using System.Collections.Generic;

namespace HypercallSdk.Model.Xen;

/// <summary>The guest kinds by the names that the MSBuild property <c>HypercallGuest</c> uses.</summary>
public static class GuestKinds
{
    /// <summary>Every name that is understood.</summary>
    public static IReadOnlyList<string> Names { get; } = ["arm-dom0", "arm-domU"];

    /// <summary>Finds a guest kind by its name; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out GuestKind kind)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        kind = (GuestKind)index;
        return found;
    }
}
