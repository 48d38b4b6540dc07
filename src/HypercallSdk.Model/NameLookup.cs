using System;
using System.Collections.Generic;

namespace HypercallSdk.Model;

/// <summary>Names of MSBuild property values, listed in the order of an enum's members.</summary>
internal static class NameLookup
{
    /// <summary>Finds a name; case does not matter.</summary>
    /// <param name="names">The names, in the order of the enum's members, which count from 0.</param>
    /// <param name="name">The name to find.</param>
    /// <param name="index">The member's value; 0 when there is none.</param>
    /// <returns>Whether there is such a name.</returns>
    public static bool TryFind(IReadOnlyList<string> names, string name, out int index)
    {
        for (index = 0; index < names.Count; index++)
        {
            if (string.Equals(names[index], name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        index = 0;
        return false;
    }
}
