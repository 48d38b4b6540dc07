using System;
using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>temporary</summary>
public static class AbiNames
{
    /// <summary>names</summary>
    public static IReadOnlyList<string> Names { get; } = ["arm64"];

    /// <summary>parse</summary>
    public static bool TryParse(string name, out AbiKind kind)
    {
        kind = default;
        for (int index = 0; index < Names.Count; index++)
        {
            if (string.Equals(Names[index], name, StringComparison.OrdinalIgnoreCase))
            {
                kind = (AbiKind)index;
                return true;
            }
        }

        return false;
    }
}
