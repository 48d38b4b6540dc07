using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>
/// Hands source files to the generator, to the compiler and to the rules. Many files share one compilation, each in a namespace of its
/// own, because that is five times as fast; where something breaks, the files are tried one by one to find the one that does it.
/// </summary>
/// <param name="properties">The project's properties.</param>
internal sealed partial class DeclarationFuzz(BuildProperties properties)
{
    /// <summary>Tries files.</summary>
    /// <param name="sources">Their texts; the namespace is called <c>Demo</c> in all of them.</param>
    /// <returns>How many of them the compiler takes without the generator's output.</returns>
    public async Task<int> Try(IReadOnlyList<string> sources)
    {
        SyntaxTree[] trees =
            [.. sources.Select(static (source, index) => Guest.Tree(Namespace().Replace(source, "Demo" + index.ToString(CultureInfo.InvariantCulture)), $"Source{index}.cs"))];
        if (await Broken(trees) is not { } broken)
        {
            return Accepted(trees).Count;
        }

        int accepted = 0;
        foreach (SyntaxTree tree in trees)
        {
            string? alone = await Broken([tree]);
            Assert.True(alone is null, $"{alone} for:\n{tree}");
            accepted += Accepted([tree]).Count;
        }

        Assert.Fail($"{broken}, but in none of {sources.Count} files by itself, the first of which is:\n{sources[0]}");
        return accepted;
    }

    /// <summary>What breaks; null when nothing does.</summary>
    private async Task<string?> Broken(IReadOnlyList<SyntaxTree> trees)
    {
        CSharpCompilation guest = Guest.Borrowing.AddSyntaxTrees(trees);
        if (Run(guest, out Compilation output) is { } exception)
        {
            return $"the generator threw {exception}";
        }

        IReadOnlyList<Diagnostic> verdicts = await Rules.JudgeDeclarations(output, properties);
        if (verdicts.FirstOrDefault(static verdict => verdict.Id == "AD0001") is { } thrown)
        {
            return $"an analyzer threw: {thrown}";
        }

        // What the compiler does not take says nothing of what is emitted for it.
        IReadOnlyList<SyntaxTree> accepted = Accepted(trees);
        return accepted.Count == 0 ? null : BrokenOutput(accepted);
    }

    private string? BrokenOutput(IReadOnlyList<SyntaxTree> trees)
    {
        CSharpCompilation guest = Guest.Borrowing.AddSyntaxTrees(trees);
        Exception? exception = Run(guest, out Compilation output);
        Diagnostic? error = output.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return exception is not null ? $"the generator threw {exception}" : error is not null ? $"{error} in what is emitted" : null;
    }

    private Exception? Run(CSharpCompilation guest, out Compilation output)
    {
        // Tracking itself throws in Roslyn 4.8.
        GeneratorDriver driver = Generation.Driver(properties, trackSteps: false).RunGeneratorsAndUpdateCompilation(guest, out output, out _);
        return driver.GetRunResult().Results.Single().Exception;
    }

    /// <summary>The files that the compiler takes, with each other and without what is emitted.</summary>
    private static IReadOnlyList<SyntaxTree> Accepted(IReadOnlyList<SyntaxTree> trees)
    {
        HashSet<SyntaxTree?> rejected = [.. Guest.Borrowing.AddSyntaxTrees(trees).GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(static diagnostic => diagnostic.Location.SourceTree)];
        return rejected.Count == 0 ? trees : Accepted([.. trees.Where(tree => !rejected.Contains(tree))]);
    }

    [GeneratedRegex(@"\bDemo\b")]
    private static partial Regex Namespace();
}
