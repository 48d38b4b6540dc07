using System;
using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>temporary</summary>
public static class ConduitNames
{
    /// <summary>names</summary>
    public static IReadOnlyList<string> Names { get; } = ["hvc", "hook"];

    /// <summary>parse</summary>
    public static bool TryParse(string name, out ConduitKind kind)
    {
        kind = default;
        for (int index = 0; index < Names.Count; index++)
        {
            if (string.Equals(Names[index], name, StringComparison.OrdinalIgnoreCase))
            {
                kind = (ConduitKind)index;
                return true;
            }
        }

        return false;
    }
}
