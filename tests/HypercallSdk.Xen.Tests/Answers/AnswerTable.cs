using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>The committed table: what one Xen answers to each kind of guest. A line an operation, a column a kind.</summary>
internal static class AnswerTable
{
    private const string Separator = " | ";
    private const string None = "";

    /// <summary>Where a table is.</summary>
    /// <param name="name">The ABI and the release: <c>arm64-4.17</c>.</param>
    public static string PathOf(string name) => Repository.PathOf($"tests/HypercallSdk.Xen.Tests/Answers/{name}.txt");

    /// <summary>Puts the answers to several kinds of guest side by side.</summary>
    public static string Write(string heading, IReadOnlyList<(string Kind, IReadOnlyList<Answer> Answers)> kinds)
    {
        OperationName[] operations =
            [.. kinds.SelectMany(static kind => kind.Answers).Select(static answer => answer.Operation).Distinct().Order()];
        string[][] rows =
        [
            ["# operation", .. kinds.Select(static kind => kind.Kind)],
            .. operations.Select(operation => (string[])[operation.ToString(), .. kinds.Select(kind => TextOf(kind.Answers, operation))]),
        ];
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        IEnumerable<string> lines = rows
            .Select(row => string.Join(Separator, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return string.Join('\n', heading.Split('\n').Select(static line => "# " + line).Concat(lines)) + "\n";
    }

    /// <summary>The answers to one kind of guest.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="kind">The column's name.</param>
    public static IReadOnlyList<Answer> Read(string name, string kind)
    {
        string[] lines = File.ReadAllLines(PathOf(name));
        int column = Array.IndexOf(CellsOf(lines.Last(static line => line.StartsWith('#'))), kind);
        return [.. lines.Where(static line => !line.StartsWith('#')).Select(CellsOf).Select(cells => AnswerOf(cells, column))];
    }

    private static Answer AnswerOf(string[] cells, int column)
    {
        string[] parts = cells[column].Split(" status ");
        return new Answer(OperationName.Parse(cells[0]), parts[0], parts.Length > 1 ? parts[1] : None);
    }

    private static string[] CellsOf(string line) => [.. line.Split('|').Select(static cell => cell.Trim())];

    private static string TextOf(IReadOnlyList<Answer> answers, OperationName operation) =>
        answers.SingleOrDefault(answer => answer.Operation == operation)?.Text ?? None;
}
