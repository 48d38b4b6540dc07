using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Violations;

/// <summary>The committed table of an ABI: what was done, what came of it, and who saw that. A line for each answer.</summary>
internal static class ObservationTable
{
    private const string Separator = " | ";

    /// <summary>The ABIs that have one.</summary>
    public static IReadOnlyList<string> Abis { get; } = [.. ViolatingGuest.All.Select(static guest => guest.Abi).Distinct()];

    /// <summary>Where a table is.</summary>
    public static string PathOf(string abi) => Repository.PathOf($"tests/HypercallSdk.Xen.Tests/Violations/{abi}.txt");

    /// <summary>Writes what several guests saw, each on several releases.</summary>
    public static string Write(string heading, IReadOnlyList<(string Guest, string Release, IReadOnlyList<Observation> Seen)> runs)
    {
        IEnumerable<string> lines = runs
            .SelectMany(static run => run.Seen.Select(one => (run.Guest, run.Release, Observation: one)))
            .GroupBy(static one => (one.Observation.Rule, one.Observation.Done))
            .OrderBy(static violation => violation.Key.Rule, StringComparer.Ordinal)
            .SelectMany(static violation => violation.GroupBy(static one => one.Observation))
            .Select(static answer => new ObservationRow(answer.Key, Witnesses(answer.Select(static one => (one.Guest, one.Release)))).ToString());
        return string.Join('\n', heading.Split('\n').Select(static line => "# " + line).Concat(lines)) + "\n";
    }

    /// <summary>A committed table's rows.</summary>
    public static IReadOnlyList<ObservationRow> Read(string abi) =>
    [
        .. File.ReadLines(PathOf(abi)).Where(static line => !line.StartsWith('#')).Select(static line => line.Split(Separator)).Select(
            static cells => new ObservationRow(new Observation(cells[0][..cells[0].IndexOf(' ')], cells[0][(cells[0].IndexOf(' ') + 1)..], cells[1]), cells[2])),
    ];

    private static string Witnesses(IEnumerable<(string Guest, string Release)> runs) => string.Join(
        "; ",
        runs.GroupBy(static run => run.Guest).Select(static guest => $"{guest.Key} {string.Join(", ", guest.Select(static run => run.Release))}"));
}
