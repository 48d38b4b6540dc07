using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Violations;

/// <summary>A rule's page, and what stands on it of real Xen: the end of why it is dangerous.</summary>
internal static class RulePage
{
    private const string Heading = "### Seen on Xen\n";
    private const string Next = "## How to fix it\n";

    /// <summary>Where a page is.</summary>
    public static string PathOf(string rule) => Repository.PathOf($"docs/rules/{rule}.md");

    /// <summary>The rules that have a page.</summary>
    public static IReadOnlyList<string> Rules { get; } =
        [.. Directory.GetFiles(Repository.PathOf("docs/rules"), "HCS*.md").Select(static file => Path.GetFileNameWithoutExtension(file)).Order()];

    /// <summary>A page with these rows in the place of what it has; without any, it has no such section.</summary>
    public static string With(string page, IReadOnlyList<ObservationRow> rows)
    {
        int next = page.IndexOf(Next, StringComparison.Ordinal);
        int section = page.IndexOf(Heading, StringComparison.Ordinal);
        return page[..(section < 0 ? next : section)] + Section(rows) + page[next..];
    }

    private static string Section(IReadOnlyList<ObservationRow> rows) => rows.Count == 0
        ? string.Empty
        : Heading + "\n| Done | What came of it | Guest, Xen |\n|---|---|---|\n"
            + string.Concat(rows.Select(static row => $"| {row.Observation.Done} | {row.Observation.Answer} | {row.Witnesses} |\n")) + "\n";
}
