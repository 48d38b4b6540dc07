using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using HypercallSdk.Generators;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>
/// All analyzers and the generator together, over all C# of this repository: the guest's, which is full of hypercalls, and the tools',
/// which has none and everything else. Then over 20,000 broken files of it.
/// </summary>
public sealed class RobustnessTests(ITestOutputHelper output)
{
    private const int Files = 20_000;
    private const int FilesInARound = 1000;

    /// <summary>The mutants follow from it; change it to try others.</summary>
    private const int Seed = 20210519;

    /// <summary>What was written for the tests uses more at once than what was written to work, and has mistakes to begin with.</summary>
    private const int TimesTheSeeds = 30;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview, preprocessorSymbols: ["HYPERCALL_LINUX"]);

    private static readonly BuildProperties Properties = new(
        ("HypercallAbi", "arm64"), ("HypercallConduit", "hook"), ("HypercallGuest", "arm-domU"), ("HypercallXenMinimum", "4.11"));

    private static readonly CSharpCompilation Nothing = CSharpCompilation.Create(
        "Everything", references: RuntimeReferences.All, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    private static readonly Lazy<IReadOnlyList<string>> Sources = new(Read);

    [Fact]
    public async Task Sound_files_break_nothing()
    {
        (IReadOnlyList<string> broken, int diagnostics) = await Run([.. Sources.Value]);

        Assert.Empty(broken);
        Assert.True(diagnostics > 0, "no rule has looked at anything");
    }

    [Fact]
    public async Task Twenty_thousand_broken_files_break_nothing()
    {
        IReadOnlyList<string>[] seeds = [.. Sources.Value.Select(SourceMutation.TokensOf).Where(static tokens => tokens.Count > 10)];
        int reported = 0;
        List<WeakReference> rounds = [];
        for (int round = 0; round < Files / FilesInARound; round++)
        {
            (IReadOnlyList<string> broken, int diagnostics) = await Mutated(seeds, round, rounds);

            Assert.True(broken.Count == 0, $"seed {Seed}, round {round}: {string.Join('\n', broken.Take(3))}");
            reported += diagnostics;
        }

        output.WriteLine($"{Files} files of {seeds.Length}, {reported} diagnostics");
        Assert.True(reported > Files / 10, $"only {reported} diagnostics: mutants that reach no rule prove nothing");

        // Memory is bounded: no rule keeps anything of a compilation once that is judged. What ran last may still be on a stack.
        GC.Collect();
        Assert.InRange(rounds.Count(static round => round.IsAlive), 0, 1);
    }

    private static Task<(IReadOnlyList<string> Broken, int Diagnostics)> Mutated(IReadOnlyList<string>[] seeds, int round, List<WeakReference> rounds)
    {
        Random random = new(Seed + round);
        CSharpCompilation compilation = Parse([.. Enumerable.Range(round * FilesInARound, FilesInARound).Select(index => SourceMutation.Mutate(seeds[index % seeds.Length], random))]);
        rounds.Add(new WeakReference(compilation));
        return Run(compilation);
    }

    private static Task<(IReadOnlyList<string> Broken, int Diagnostics)> Run(string[] sources) => Run(Parse(sources));

    private static CSharpCompilation Parse(string[] sources) => Nothing.AddSyntaxTrees(
        sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, Language, $"{index}.cs")));

    /// <summary>What threw, and how much the rules said.</summary>
    private static async Task<(IReadOnlyList<string> Broken, int Diagnostics)> Run(CSharpCompilation compilation)
    {
        ConcurrentQueue<string> broken = [];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new HypercallGenerator().AsSourceGenerator()], optionsProvider: Properties, parseOptions: Language)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        foreach (Exception exception in driver.GetRunResult().Results.Select(static result => result.Exception).OfType<Exception>())
        {
            broken.Enqueue($"the generator threw {exception}");
        }

        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([], Properties),
            (exception, analyzer, diagnostic) => broken.Enqueue($"{analyzer.GetType().Name} threw {exception} at {diagnostic.Descriptor.Description}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await generated.WithAnalyzers(AllRules.Make(), options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return ([.. broken], found.Length);
    }

    private static IReadOnlyList<string> Read() =>
    [
        .. new[] { "src/HypercallSdk.Support", "src/HypercallSdk.Xen", "samples", "tests/guests", "analyzers", "generators", "src/HypercallSdk.Model", "tests/HypercallSdk.Analyzers.Tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
        .. Enumerable.Repeat(MutationSeeds.All.Concat(MutatedGuestTests.Seeds), TimesTheSeeds).SelectMany(static seeds => seeds),
    ];
}
