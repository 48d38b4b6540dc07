using System.IO;
using System.Linq;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Abi.Tests.Declarations;

/// <summary>A guest with declarations of its own, compiled as it would compile itself.</summary>
internal static class GuestSources
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp11);

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The support and a guest's own declarations.</summary>
    public static CSharpCompilation Guest(string source) => CSharpCompilation.Create(
        "Guest",
        Directory.GetFiles(Repository.PathOf("src/HypercallSdk.Support"), "*.cs", SearchOption.AllDirectories)
            .Select(static path => Parse(File.ReadAllText(path), path))
            .Append(Parse(source, "Guest.cs")),
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        CompilationOptions);

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);
}
