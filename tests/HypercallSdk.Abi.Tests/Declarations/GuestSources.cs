using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Abi.Tests.Declarations;

/// <summary>The guest-side sources, compiled as a guest would compile them.</summary>
internal static class GuestSources
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp11);

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The support and Xen's declarations, with or without mistakes.</summary>
    public static CSharpCompilation Xen(params IEnumerable<SourceEdit> edits) =>
        Compile(FilesOf("src/HypercallSdk.Support").Concat(FilesOf("src/HypercallSdk.Xen")).Select(path => Read(path, edits)));

    /// <summary>The support and a guest's own declarations.</summary>
    public static CSharpCompilation Guest(string source) =>
        Compile(FilesOf("src/HypercallSdk.Support").Select(static path => Read(path, [])).Append(Parse(source, "Guest.cs")));

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Guest", trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], CompilationOptions);

    private static string[] FilesOf(string project) =>
        Directory.GetFiles(Repository.PathOf(project), "*.cs", SearchOption.AllDirectories);

    private static SyntaxTree Read(string path, IEnumerable<SourceEdit> edits)
    {
        string text = File.ReadAllText(path);
        foreach (SourceEdit edit in edits.Where(edit => edit.File == Path.GetFileName(path)))
        {
            if (!text.Contains(edit.Old, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{edit.File} does not hold '{edit.Old}'; mend the test's edit.");
            }

            text = text.Replace(edit.Old, edit.New, StringComparison.Ordinal);
        }

        return Parse(text, path);
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);
}
