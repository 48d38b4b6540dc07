using System.Collections.Generic;

namespace HypercallSdk.AbiCheck;

/// <summary>What the command line asks for.</summary>
/// <param name="Sources">The folder of Xen's declarations.</param>
/// <param name="Support">The folder of the guest-side support.</param>
/// <param name="Headers">The folders of headers by their releases: <c>4.17=/usr/include</c>.</param>
/// <param name="Bindings">The folders of declarations that findings are shown for; none for all.</param>
public sealed record CheckOptions(string Sources, string Support, IReadOnlyList<string> Headers, IReadOnlyList<string> Bindings)
{
    /// <summary>Reads the command line; null when it is none.</summary>
    public static CheckOptions? Read(IReadOnlyList<string> arguments)
    {
        string sources = string.Empty;
        string support = string.Empty;
        List<string> headers = [];
        List<string> bindings = [];
        for (int index = 0; index < arguments.Count; index += 2)
        {
            if (index + 1 == arguments.Count)
            {
                return null;
            }

            string value = arguments[index + 1];
            switch (arguments[index])
            {
                case "--sources": sources = value; break;
                case "--support": support = value; break;
                case "--headers": headers.Add(value); break;
                case "--binding": bindings.Add(value); break;
                default: return null;
            }
        }

        return sources.Length == 0 || support.Length == 0 || headers.Count == 0 ? null : new CheckOptions(sources, support, headers, bindings);
    }
}
