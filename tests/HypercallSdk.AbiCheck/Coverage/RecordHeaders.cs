using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using HypercallSdk.AbiCheck.Headers;

namespace HypercallSdk.AbiCheck.Coverage;

/// <summary>Which header declares a record: the measured layouts do not say, and a list of what is missing is read by header.</summary>
internal static partial class RecordHeaders
{
    /// <summary>The headers' paths by the tags of what they declare.</summary>
    public static IReadOnlyDictionary<string, string> In(XenHeaders headers)
    {
        string folder = Path.Combine(headers.Folder, "xen");
        Dictionary<string, string> found = [];
        foreach (string file in Directory.GetFiles(folder, "*.h", SearchOption.AllDirectories))
        {
            foreach (Match match in Definition().Matches(File.ReadAllText(file)))
            {
                found.TryAdd(match.Groups["tag"].Value, Path.GetRelativePath(folder, file));
            }
        }

        return found;
    }

    [GeneratedRegex(@"\b(struct|union)\s+(?<tag>\w+)\s*\{")]
    private static partial Regex Definition();
}
