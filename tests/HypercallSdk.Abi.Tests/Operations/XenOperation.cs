using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.Testing;

namespace HypercallSdk.Abi.Tests.Operations;

/// <summary>An operation of Xen's, as its headers and its releases have it. README.md says how that was measured.</summary>
/// <param name="Hypercall">The hypercall's number.</param>
/// <param name="Name">The C name.</param>
/// <param name="Number">The operation's number.</param>
/// <param name="Since">The first release that has it, <c>4.4</c>; null when 4.0 has it.</param>
/// <param name="Until">The last release that has it; null when the newest one has it.</param>
/// <param name="IsOnArm">Whether Arm answers it; null where that differs from operation to operation within it.</param>
internal sealed partial record XenOperation(uint Hypercall, string Name, uint Number, string? Since, string? Until, bool? IsOnArm)
{
    /// <summary>All that take no nested command, by their C names.</summary>
    public static IReadOnlyDictionary<string, XenOperation> ByName()
    {
        string path = Repository.PathOf("tests/HypercallSdk.Abi.Tests/Operations/subops.csv.gz");
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(Cells)
            .Select(Read)
            .OfType<XenOperation>()
            .GroupBy(static operation => operation.Name)
            .ToDictionary(static group => group.Key, static group => group.First());
    }

    private static XenOperation? Read(string[] cells) =>
        HypercallOf(cells[0]) is { } hypercall && uint.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out uint number)
            ? new XenOperation(
                hypercall, cells[1], number, ReleaseOf(cells[4]), ReleaseOf(cells[5]), cells[6] is "y" or "n" ? cells[6] == "y" : null)
            : null;

    /// <summary>The 12 of <c>memory_op(12)</c>; null for a nested one, <c>hvm_op/altp2m(34/25)</c>.</summary>
    private static uint? HypercallOf(string text)
    {
        string inBrackets = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
        return uint.TryParse(inBrackets, NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : null;
    }

    private static string? ReleaseOf(string text) =>
        text.Length == 0 || text.StartsWith("<=", StringComparison.Ordinal) ? null : text[..text.LastIndexOf('.')];

    /// <summary>The cells of a line, of which some are in quotes with commas inside.</summary>
    private static string[] Cells(string line) => [.. Comma().Split(line).Select(static cell => cell.Trim('"'))];

    [GeneratedRegex(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")]
    private static partial Regex Comma();
}
