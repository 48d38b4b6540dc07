using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Violations;

/// <summary>What the compiler reported of the violations as it made their image, with what the source suppresses.</summary>
internal static class CompilerLog
{
    /// <summary>The reports: which rule, in which file, at which line.</summary>
    /// <param name="abi">The image's ABI.</param>
    public static IReadOnlyList<(string Rule, string File, int Line)> Of(string abi)
    {
        using JsonDocument log = JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf($"artifacts/bare-metal/obj/Violations/{abi}.sarif")));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().SelectMany(ReportsOf)];
    }

    private static IEnumerable<(string Rule, string File, int Line)> ReportsOf(JsonElement result)
    {
        string rule = result.GetProperty("ruleId").GetString()!;
        if (!result.TryGetProperty("locations", out JsonElement locations))
        {
            yield break;
        }

        foreach (JsonElement place in locations.EnumerateArray().Select(static location => location.GetProperty("physicalLocation")))
        {
            string file = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            yield return (rule, Path.GetFileName(file), place.GetProperty("region").GetProperty("startLine").GetInt32());
        }
    }
}
