using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.AbiCheck.Report;

/// <summary>Writes down where a finding holds.</summary>
public static class FindingPlaces
{
    /// <summary>Places with a common beginning in one: <c>4.14 arm64 arm32, 4.17 x86_64</c>.</summary>
    public static string Text(IEnumerable<string> places) => string.Join(", ", places
        .Select(static place => place.Split(' ', 2))
        .GroupBy(static parts => parts[0], static parts => parts.Length > 1 ? parts[1] : string.Empty)
        .Select(static group => (Release: group.Key, Abis: string.Join(' ', group.Distinct())))
        .GroupBy(static pair => pair.Abis, static pair => pair.Release)
        .Select(static group => $"{string.Join(' ', group)} {group.Key}".TrimEnd()));
}
