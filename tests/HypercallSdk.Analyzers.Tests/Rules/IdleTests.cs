using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>A project without a hypercall is left alone: all that an analyzer does there is to find that out.</summary>
public sealed class IdleTests
{
    private const string Plain = "interface IPlain { void Run(); } class Plain : IPlain { public void Run() => System.Console.WriteLine(1); }";
    private const string Toy = "[HypercallSdk.Hypercall(60, \"toy_op\")] partial interface IToyOp { [HypercallSdk.HypercallOp(1, \"TOY_a\")] long A(); }";

    /// <summary>What each action that an analyzer may register is counted as.</summary>
    private static readonly PropertyInfo[] Counts =
    [
        .. typeof(AnalyzerTelemetryInfo).GetProperties()
            .Where(static count => count.Name.EndsWith("ActionsCount", StringComparison.Ordinal) && count.Name != nameof(AnalyzerTelemetryInfo.CompilationStartActionsCount)),
    ];

    [Fact]
    public async Task Nothing_is_registered_in_a_project_that_knows_no_hypercalls() =>
        Assert.Empty(await Registered(CSharpCompilation.Create("Plain", [CSharpSyntaxTree.ParseText(Plain)], RuntimeReferences.All)));

    /// <summary>The declarations are read wherever there are their attributes, and marks of frames need no hypercall.</summary>
    [Fact]
    public async Task The_support_source_alone_wakes_no_rule_about_calls() => Assert.Equal(
        ["BuildPropertyAnalyzer", "DeclarationAnalyzer", "LostMarkAnalyzer", "MapTargetAnalyzer"],
        (await Registered(GuestCompilation.OfSupportAlone(Plain))).Order());

    [Fact]
    public async Task A_hypercall_wakes_all_but_those_about_memory_maps()
    {
        string[] woken = [.. await Registered(GuestCompilation.OfSupportAlone(Toy))];

        Assert.Equal(
            AllRules.Make().Select(static rule => rule.GetType().Name).Except(["MemoryMapAnalyzer", "ContradictionAnalyzer"]).Order(), woken.Order());
    }

    /// <summary>A telemetry without counts would make every test here pass.</summary>
    [Fact]
    public void Every_kind_of_action_is_counted() => Assert.True(Counts.Length >= 14, $"{Counts.Length} kinds");

    private static async Task<IEnumerable<string>> Registered(CSharpCompilation compilation)
    {
        AnalysisResult result = await compilation
            .WithAnalyzers(AllRules.Make(), new AnalyzerOptions([], new BuildProperties()))
            .GetAnalysisResultAsync(CancellationToken.None);

        Assert.Equal(AllRules.Make().Length, result.AnalyzerTelemetryInfo.Count);
        return result.AnalyzerTelemetryInfo
            .Where(static pair => Counts.Any(count => (int)count.GetValue(pair.Value)! > 0))
            .Select(static pair => pair.Key.GetType().Name);
    }
}
