using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
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
        IReadOnlyList<string>[] seeds = [.. MutationSeeds.All.Select(SourceMutation.TokensOf)];
        Random random = new(20210519);
        int reported = 0;
        for (int index = 0; index < Mutants; index++)
        {
            string source = SourceMutation.Mutate(seeds[index % seeds.Length], random);
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
}
