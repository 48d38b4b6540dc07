using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.History;

/// <summary>A constant of Xen's and its history. README.md says how that was measured.</summary>
/// <param name="Name">The C name.</param>
/// <param name="Header">The header that first had it.</param>
/// <param name="Since">The first release that has it; null when 4.0 has it.</param>
/// <param name="Until">The last release that has it; null when the newest one has it.</param>
/// <param name="Values">What it was defined as, each with the first release that did; several of one release where there was a choice.</param>
public sealed record XenConstant(
    string Name, string Header, XenRelease? Since, XenRelease? Until, IReadOnlyList<(XenRelease Release, string Text)> Values)
{
    private const string Newest = "master";
    private const string Oldest = "4.0.0";

    /// <summary>All of them, by their names.</summary>
    public static IReadOnlyDictionary<string, XenConstant> ByName { get; } = CsvResource.LinesOf("constants")
        .Select(CsvResource.CellsOf)
        .Select(Read)
        .ToDictionary(static constant => constant.Name);

    /// <summary>Whether it is a number: others are text, or a list for an array.</summary>
    public bool IsNumber => !Values.Any(static value => value.Text is ['{' or '"' or '\\', ..]);

    /// <summary>Whether it has come to be no more than another name of a constant, for those who ask for the API of an earlier release.</summary>
    public bool IsOtherName => Values.Count != 0 && Array.TrueForAll([.. TextsIn(Declarations.Releases.Head)], ByName.ContainsKey);

    /// <summary>What a release defined it as.</summary>
    public IReadOnlyList<string> TextsIn(XenRelease release)
    {
        (XenRelease Release, string Text)[] until = [.. Values.Where(value => value.Release <= release)];
        return until.Length == 0 ? [] : [.. until.Where(value => value.Release == until[^1].Release).Select(static value => value.Text)];
    }

    private static XenConstant Read(string[] cells)
    {
        string texts = string.Join(',', cells.Skip(4));
        return new XenConstant(
            cells[0],
            cells[1],
            cells[2] == Oldest ? null : ReleaseOf(cells[2]),
            cells[3] == Newest ? null : ReleaseOf(cells[3]),
            [.. texts.Split("; ").Select(static text => text.Split('=', 2)).Select(static pair => (ReleaseOf(pair[0]), pair[1].Trim()))]);
    }

    private static XenRelease ReleaseOf(string text) =>
        text == Newest ? Declarations.Releases.Head
        : XenRelease.TryParse(text[..text.LastIndexOf('.')], out XenRelease release) ? release
        : throw new FormatException($"'{text}' is no release.");
}
