using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace HypercallSdk.AbiCheck.History;

/// <summary>An operation of Xen's, as its headers and its releases have it. README.md says how that was measured.</summary>
/// <param name="Hypercall">The hypercall: <c>memory_op</c>; <c>hvm_op/altp2m</c> for one nested in an operation.</param>
/// <param name="HypercallNumber">The hypercall's number.</param>
/// <param name="Name">The C name.</param>
/// <param name="Number">The operation's number; null where the measurement has no plain one.</param>
/// <param name="Since">The first release that has it, <c>4.4</c>; null when 4.0 has it.</param>
/// <param name="Until">The last release that has it; null when the newest one has it.</param>
/// <param name="IsOnArm">Whether Arm answers it; null where that differs from operation to operation within it.</param>
/// <param name="Class">Who it is for: <c>guest/stable</c>, <c>tools</c>.</param>
public sealed record XenOperation(
    string Hypercall, uint HypercallNumber, string Name, uint? Number, string? Since, string? Until, bool? IsOnArm, string Class)
{
    /// <summary>All of them, nested ones too.</summary>
    public static IReadOnlyList<XenOperation> All { get; } = [.. CsvResource.LinesOf("subops").Select(CsvResource.CellsOf).Select(Read)];

    /// <summary>Whether it is one of several in an operation, which has the command that the hypercall takes.</summary>
    public bool IsNested => Hypercall.Contains('/');

    private static XenOperation Read(string[] cells)
    {
        // memory_op(12), hvm_op/altp2m(34/25)
        string[] hypercall = cells[0].TrimEnd(')').Split('(');
        return new XenOperation(
            hypercall[0],
            uint.Parse(hypercall[1].Split('/')[0], CultureInfo.InvariantCulture),
            cells[1],
            uint.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : null,
            ReleaseOf(cells[4]),
            ReleaseOf(cells[5]),
            cells[6] is "y" or "n" ? cells[6] == "y" : null,
            cells[7]);
    }

    private static string? ReleaseOf(string text) =>
        text.Length == 0 || text.StartsWith("<=", StringComparison.Ordinal) ? null : text[..text.LastIndexOf('.')];
}
