using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>
/// What a hypercall executes, in C# and in C: docs/cost.md has the table that eng/zero-cost prints. Set HYPERCALL_WRITE_GOLDEN=1 to
/// rewrite it instead of comparing with it.
/// </summary>
public sealed class CostTests
{
    private const string Page = "docs/cost.md";

    private static readonly Lazy<string[]> Counted = new(Count);

    [Fact]
    public void The_page_has_what_is_counted()
    {
        string page = File.ReadAllText(Repository.PathOf(Page));
        string[] old = [.. page.Split('\n').Where(static line => line.StartsWith('|'))];
        if (Environment.GetEnvironmentVariable("HYPERCALL_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(Repository.PathOf(Page), page.Replace(string.Join('\n', old), string.Join('\n', Counted.Value), StringComparison.Ordinal));
            return;
        }

        Assert.Equal(old, Counted.Value);
    }

    [Fact]
    public void No_call_executes_more_than_C_does() => Assert.All(Rows(), static row => Assert.True(
        row.Csharp <= row.C, $"{row.Call} executes {row.Csharp} instructions in C# and {row.C} in C"));

    [Fact]
    public void Five_calls_are_counted_on_three_kinds_of_guest() => Assert.Equal(15, Rows().Count());

    private static IEnumerable<(string Call, int Csharp, int C)> Rows() => Counted.Value.Skip(2).Select(static line =>
    {
        string[] cells = [.. line.Split('|').Select(static cell => cell.Trim())];
        int[] counts = [.. cells[3..7].Select(static cell => int.Parse(cell, CultureInfo.InvariantCulture))];
        return ($"{cells[1]} {cells[2]}", counts[0] + counts[1], counts[2] + counts[3]);
    });

    private static string[] Count()
    {
        ProgramRun run = ProgramRun.Of("eng/zero-cost");
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output.TrimEnd('\n').Split('\n');
    }
}
