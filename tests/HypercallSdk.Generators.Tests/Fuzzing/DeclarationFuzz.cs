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
    /// <summary>A type's name of lower-case letters alone.</summary>
    private const string NameOfKeyword = "CS8981";

    /// <summary>Tries files.</summary>
    /// <param name="sources">Their texts; the namespace is called <c>Demo</c> in all of them.</param>
    /// <returns>How many of them the compiler takes without the generator's output.</returns>
    public async Task<int> Try(IReadOnlyList<string> sources)
    {
        SyntaxTree[] trees = [.. sources.Select(Tree)];
        IReadOnlyList<SyntaxTree> accepted = Accepted(trees);
        if (await Broken(trees, accepted) is { } broken)
        {
            foreach (SyntaxTree tree in trees)
            {
                string? alone = await Broken([tree], Accepted([tree]));
                Assert.True(alone is null, $"{alone} for:\n{tree}");
            }

            Assert.Fail($"{broken}, but in none of {sources.Count} files by itself, the first of which is:\n{sources[0]}");
        }

        return accepted.Count;
    }

    private static SyntaxTree Tree(string source, int index)
    {
        string number = index.ToString(CultureInfo.InvariantCulture);
        return Guest.Tree(Namespace().Replace(source, "Demo" + number), $"Source{number}.cs");
    }

    /// <summary>What breaks; null when nothing does.</summary>
    /// <param name="trees">The files.</param>
    /// <param name="accepted">Those that the compiler takes: what it does not take says nothing of what is emitted for it.</param>
    private async Task<string?> Broken(SyntaxTree[] trees, IReadOnlyList<SyntaxTree> accepted)
    {
        if (Run(trees, out Compilation output) is { } exception)
        {
            return $"the generator threw {exception}";
        }

        IReadOnlyList<Diagnostic> verdicts = await Rules.JudgeDeclarations(output, properties);
        if (verdicts.FirstOrDefault(static verdict => verdict.Id == "AD0001") is { } thrown)
        {
            return $"an analyzer threw: {thrown}";
        }

        if (accepted.Count != trees.Length && Run(accepted, out output) is { } second)
        {
            return $"the generator threw {second}";
        }

        Diagnostic? error = output.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return error is null ? null : $"{error} in what is emitted";
    }

    private Exception? Run(IReadOnlyList<SyntaxTree> trees, out Compilation output)
    {
        CSharpCompilation guest = Guest.Borrowing.AddSyntaxTrees(trees);

        // Tracking itself throws in Roslyn 4.8.
        GeneratorDriver driver = Generation.Driver(properties, trackSteps: false).RunGeneratorsAndUpdateCompilation(guest, out output, out _);
        return driver.GetRunResult().Results.Single().Exception;
    }

    /// <summary>
    /// The files that the compiler takes, with each other and without what is emitted. A type with the name of a keyword to come, such
    /// as <c>nuint</c>, is warned of and means that name from there on: no emitted text survives that.
    /// </summary>
    private static IReadOnlyList<SyntaxTree> Accepted(IReadOnlyList<SyntaxTree> trees)
    {
        HashSet<SyntaxTree?> rejected = [.. Guest.Borrowing.AddSyntaxTrees(trees).GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == NameOfKeyword)
            .Select(static diagnostic => diagnostic.Location.SourceTree)];
        return rejected.Count == 0 ? trees : Accepted([.. trees.Where(tree => !rejected.Contains(tree))]);
    }

    [GeneratedRegex(@"\bDemo\b")]
    private static partial Regex Namespace();
}
