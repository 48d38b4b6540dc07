using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>The calling conventions by the names that the MSBuild property <c>HypercallCallingConvention</c> uses.</summary>
public static class CallingConventionNames
{
    /// <summary>Every name, in the order of <see cref="CallingConvention"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sysv", "win64"];

    /// <summary>Finds a calling convention by its name; case does not matter.</summary>
    /// <returns>Whether there is one; if not, it is <see cref="CallingConvention.SystemV"/>.</returns>
    public static bool TryParse(string name, out CallingConvention convention)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        convention = (CallingConvention)index;
        return found;
    }
}
