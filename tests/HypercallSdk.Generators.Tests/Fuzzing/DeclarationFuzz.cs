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
    /// <returns>How many of them neither the compiler nor a rule has anything against, so that what is emitted for them must compile.</returns>
    public async Task<int> Try(IReadOnlyList<string> sources)
    {
        SyntaxTree[] trees = [.. sources.Select(Tree)];
        (string? broken, int sound) = await Judge(trees);
        if (broken is not null)
        {
            foreach (SyntaxTree tree in trees)
            {
                (string? alone, _) = await Judge([tree]);
                Assert.True(alone is null, $"{alone} for:\n{tree}");
            }

            Assert.Fail($"{broken}, but in none of {sources.Count} files by itself, the first of which is:\n{sources[0]}");
        }

        return sound;
    }

    private static SyntaxTree Tree(string source, int index)
    {
        string number = index.ToString(CultureInfo.InvariantCulture);
        return Guest.Tree(Namespace().Replace(source, "Demo" + number), $"Source{number}.cs");
    }

    /// <summary>What breaks, null when nothing does; and how many files are sound.</summary>
    private async Task<(string? Broken, int Sound)> Judge(SyntaxTree[] trees)
    {
        if (Run(trees, out Compilation output) is { } exception)
        {
            return ($"the generator threw {exception}", 0);
        }

        IReadOnlyList<Diagnostic> verdicts = await Rules.JudgeDeclarations(output, properties);
        if (verdicts.FirstOrDefault(static verdict => verdict.Id == "AD0001") is { } thrown)
        {
            return ($"an analyzer threw: {thrown}", 0);
        }

        // What the compiler or a rule does not take says nothing of what is emitted for it.
        HashSet<SyntaxTree?> told = [.. verdicts.Where(IsError).Select(static verdict => verdict.Location.SourceTree)];
        IReadOnlyList<SyntaxTree> sound = Accepted([.. trees.Where(tree => !told.Contains(tree))]);
        return (BrokenOutput(sound), sound.Count);
    }

    /// <summary>
    /// What breaks in emitted files. In the source itself the compiler may find something only when they are there, such as a field
    /// that hides a type which its own struct names; then it says so where the user wrote it.
    /// </summary>
    private string? BrokenOutput(IReadOnlyList<SyntaxTree> trees) =>
        Run(trees, out Compilation output) is { } exception ? $"the generator threw {exception}"
        : output.GetDiagnostics().FirstOrDefault(item => IsError(item) && !trees.Contains(item.Location.SourceTree)) is { } error ? $"{error} in what is emitted"
        : null;

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

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
            .Where(static diagnostic => IsError(diagnostic) || diagnostic.Id == NameOfKeyword)
            .Select(static diagnostic => diagnostic.Location.SourceTree)];
        return rejected.Count == 0 ? trees : Accepted([.. trees.Where(tree => !rejected.Contains(tree))]);
    }

    [GeneratedRegex(@"\bDemo\b")]
    private static partial Regex Namespace();
}
