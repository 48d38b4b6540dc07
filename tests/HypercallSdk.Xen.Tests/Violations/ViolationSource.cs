using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Violations;

/// <summary>A paragraph of the guest's source that does what a rule warns of: lines without a blank one between them.</summary>
/// <param name="File">The file's name.</param>
/// <param name="First">The number of its first line, from 1.</param>
/// <param name="Last">The number of its last line.</param>
/// <param name="Lines">What it prints, each with the rule before it.</param>
internal sealed partial record ViolationSource(string File, int First, int Last, IReadOnlyList<string> Lines)
{
    /// <summary>The rules that it names, and entries of the catalogue.</summary>
    public IEnumerable<string> Rules => Lines.Select(static line => line.Split(' ')[0]).Distinct();

    /// <summary>All paragraphs that print something.</summary>
    public static IReadOnlyList<ViolationSource> All { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf(ViolatingGuest.Project), "*.cs").Order().SelectMany(ParagraphsOf)
            .Where(static paragraph => paragraph.Lines.Count > 0),
    ];

    /// <summary>Whether a report of the compiler's is about it.</summary>
    public bool Holds((string Rule, string File, int Line) report) => report.File == File && report.Line >= First && report.Line <= Last;

    private static IEnumerable<ViolationSource> ParagraphsOf(string path)
    {
        string[] lines = System.IO.File.ReadAllLines(path);
        for (int first = 0; first < lines.Length; first++)
        {
            int length = lines.Skip(first).TakeWhile(static line => line.Length > 0).Count();
            string text = string.Join('\n', lines.Skip(first).Take(length));
            yield return new ViolationSource(
                Path.GetFileName(path), first + 1, first + length, [.. Printed().Matches(text).Select(static match => match.Groups["line"].Value)]);
            first += length;
        }
    }

    [GeneratedRegex(@"""(?<line>(HCS\d{4}|[A-Z]\d+) [^""]+)""u8")]
    private static partial Regex Printed();
}
