using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.AbiCheck.Report;

/// <summary>Findings as lines for people: one line for what holds in several releases and on several ABIs.</summary>
public static class FindingText
{
    /// <summary>The lines, in the order of the files.</summary>
    public static IEnumerable<string> LinesOf(IEnumerable<Finding> findings) => findings
        .GroupBy(static finding => (finding.File, finding.Subject, finding.Ours, finding.Theirs))
        .OrderBy(static group => group.Key.File, StringComparer.Ordinal)
        .Select(static group => $"{group.Key.File}: {group.Key.Subject}: ours {group.Key.Ours}, Xen's {group.Key.Theirs} "
            + $"[{Places(group.Select(static finding => finding.Place))}]");

    /// <summary>Places with something in common in one: <c>4.14 4.17 arm64 arm32, HEAD arm64</c>.</summary>
    private static string Places(IEnumerable<string> places) => string.Join(", ", places
        .Select(static place => place.Split(' ', 2))
        .GroupBy(static parts => parts[0], static parts => parts.ElementAtOrDefault(1) ?? string.Empty)
        .Select(static group => (Release: group.Key, Abis: string.Join(' ', group.Distinct())))
        .GroupBy(static pair => pair.Abis, static pair => pair.Release)
        .Select(static group => $"{string.Join(' ', group)} {group.Key}".TrimEnd()));
}
