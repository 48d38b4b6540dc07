using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.History;

/// <summary>The releases whose public headers have an identifier, outside of comments. README.md says how that was measured.</summary>
/// <param name="Since">The first one; null when 4.0 has it.</param>
/// <param name="Until">The last one; null when the newest headers have it.</param>
public sealed record XenName(XenRelease? Since, XenRelease? Until)
{
    /// <summary>All identifiers.</summary>
    public static IReadOnlyDictionary<string, XenName> All { get; } = CsvResource.LinesOf("names")
        .Select(static line => line.Split(','))
        .ToDictionary(static cells => cells[0], static cells => Read(cells[1]));

    private static XenName Read(string spans)
    {
        // Some were away for a while: 4.0-4.6 4.9-
        string[] ends = [.. spans.Split(' ').SelectMany(static span => span.Split('-'))];
        return new XenName(ReleaseOf(ends[0]) is { Minor: > 0 } since ? since : null, ReleaseOf(ends[^1]));
    }

    private static XenRelease? ReleaseOf(string text) =>
        text.Length == 0 ? null : XenRelease.TryParse(text, out XenRelease release) ? release : throw new FormatException($"'{text}' is no release.");
}
