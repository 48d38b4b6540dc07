using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Corlib.Tests.Infrastructure;

/// <summary>A guest on one of the corlibs: all guest source that is shipped, and what the generator emits for it.</summary>
internal static class Guest
{
    /// <summary>The oldest C# that a guest may have.</summary>
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp11);

    /// <summary>A guest before the generator has run.</summary>
    /// <param name="corlib">The corlib's name.</param>
    /// <param name="isSupportPublic">Whether the support is the guest's public surface.</param>
    /// <param name="sources">The guest's own files.</param>
    public static CSharpCompilation On(string corlib, bool isSupportPublic, params string[] sources) =>
        On(corlib, isSupportPublic ? ["HYPERCALL_SUPPORT_PUBLIC"] : [], sources);

    /// <summary>A guest of an ABI, with the support as its public surface, before the generator has run.</summary>
    /// <param name="corlib">The corlib's name.</param>
    /// <param name="abi">The ABI.</param>
    /// <param name="source">The guest's own file.</param>
    public static CSharpCompilation OnAbi(string corlib, string abi, string source) => On(
        corlib, abi == "x86_32" ? ["HYPERCALL_SUPPORT_PUBLIC", "HYPERCALL_ABI_X86_32"] : ["HYPERCALL_SUPPORT_PUBLIC"], source);

    private static CSharpCompilation On(string corlib, string[] symbols, params string[] sources)
    {
        CSharpParseOptions options = Options.WithPreprocessorSymbols(symbols);
        IEnumerable<SyntaxTree> own = sources.Select(source => CSharpSyntaxTree.ParseText(source, options));
        return Corlibs.With(corlib, options, [.. Resource.Parse("guest/", options), .. own]);
    }

    /// <summary>The guest with what is emitted for it.</summary>
    public static Compilation Generate(CSharpCompilation guest, string conduit, string abi = "arm64", string stubs = "linked")
    {
        Driver(guest, conduit, abi, stubs).RunGeneratorsAndUpdateCompilation(guest, out Compilation output, out _);
        return output;
    }

    /// <summary>A driver with the generator, which tells of its steps.</summary>
    public static GeneratorDriver Driver(CSharpCompilation guest, string conduit, string abi = "arm64", string stubs = "linked") => CSharpGeneratorDriver.Create(
        [new HypercallGenerator().AsSourceGenerator()],
        additionalTexts: [],
        (CSharpParseOptions)guest.SyntaxTrees[0].Options,
        new BuildProperties(conduit, abi, stubs),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>An emitted file's text.</summary>
    public static string TextOf(Compilation output, string file) =>
        output.SyntaxTrees.Single(tree => tree.FilePath.EndsWith(file, StringComparison.Ordinal)).ToString();
}
