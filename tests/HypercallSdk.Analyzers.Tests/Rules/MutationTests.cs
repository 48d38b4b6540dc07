using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>
/// Source that is being typed is broken most of the time. The analyzers go on, whatever it looks like.
/// </summary>
public sealed class MutationTests
{
    private const int Mutants = 2000;

    private static readonly CompilationWithAnalyzersOptions OneThread = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    [Fact]
    public async Task No_broken_source_makes_an_analyzer_throw()
    {
        IReadOnlyList<string>[] seeds = [.. MutationSeeds.All.Select(Tokens)];
        Random random = new(20210519);
        int reported = 0;
        for (int index = 0; index < Mutants; index++)
        {
            string source = Mutate(seeds[index % seeds.Length], random);
            ImmutableArray<Diagnostic> diagnostics = await Analyze(source);

            // An exception would be reported as AD0001.
            Diagnostic? thrown = diagnostics.FirstOrDefault(static found => !found.Id.StartsWith("HCS", StringComparison.Ordinal));
            Assert.True(thrown is null, source + thrown);
            reported += diagnostics.Length;
        }

        // Mutants that no longer reach the rules would prove nothing.
        Assert.True(reported > Mutants, $"only {reported} diagnostics in all");
    }

    private static Task<ImmutableArray<Diagnostic>> Analyze(string source) => GuestCompilation.Using(source)
        .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new MapTargetAnalyzer()), OneThread)
        .GetAnalyzerDiagnosticsAsync();

    /// <summary>Removes, doubles, replaces or moves one to three tokens.</summary>
    private static string Mutate(IReadOnlyList<string> seed, Random random)
    {
        List<string> tokens = [.. seed];
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            Mutate(tokens, random);
        }

        return string.Concat(tokens);
    }

    private static IReadOnlyList<string> Tokens(string source) =>
        [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(static token => token.ToFullString())];

    private static void Mutate(List<string> tokens, Random random)
    {
        int at = random.Next(tokens.Count);
        string other = tokens[random.Next(tokens.Count)];
        switch (random.Next(4))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, other);
                break;
            case 2:
                tokens[at] = other;
                break;
            default:
                int next = (at + 1) % tokens.Count;
                (tokens[at], tokens[next]) = (tokens[next], tokens[at]);
                break;
        }
    }
}
