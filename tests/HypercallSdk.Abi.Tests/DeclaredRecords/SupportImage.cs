using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>
/// The part of the guest source that declarations are written in, compiled once an ABI into an assembly of its own: a guest that
/// borrows it compiles fast.
/// </summary>
internal static class SupportImage
{
    /// <summary>The assembly's name.</summary>
    public const string AssemblyName = "Support";

    private static readonly string[] Folders =
    [
        "src/HypercallSdk.Support/Attributes", "src/HypercallSdk.Support/Frames", "src/HypercallSdk.Support/Results",
        "src/HypercallSdk.Xen/common",
    ];

    private static readonly ConcurrentDictionary<AbiKind, Lazy<byte[]>> Images = new();

    /// <summary>How a guest on an ABI is parsed.</summary>
    public static CSharpParseOptions ParseOptions(AbiKind abi) => new CSharpParseOptions(LanguageVersion.CSharp11)
        .WithPreprocessorSymbols("HYPERCALL_SUPPORT_PUBLIC", "HYPERCALL_ABI_" + AbiNames.Of(abi).ToUpperInvariant());

    /// <summary>The assembly for an ABI.</summary>
    public static byte[] Of(AbiKind abi) => Images.GetOrAdd(abi, static key => new Lazy<byte[]>(() => Compile(key))).Value;

    /// <summary>Compiles C# files against the library that the tests run on.</summary>
    public static CSharpCompilation Compilation(string name, IEnumerable<SyntaxTree> trees, params IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            name,
            trees,
            references.Prepend(MetadataReference.CreateFromFile(typeof(object).Assembly.Location)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable,
                concurrentBuild: false, optimizationLevel: OptimizationLevel.Release, warningLevel: 9999));

    private static byte[] Compile(AbiKind abi)
    {
        IEnumerable<SyntaxTree> trees = Folders
            .SelectMany(static folder => Directory.GetFiles(Repository.PathOf(folder), "*.cs"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), ParseOptions(abi), path));
        using MemoryStream image = new();
        EmitResult result = Compilation(AssemblyName, trees).Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
