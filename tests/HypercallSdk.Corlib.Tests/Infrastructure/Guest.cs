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
    public static CSharpCompilation On(string corlib, bool isSupportPublic, params string[] sources)
    {
        CSharpParseOptions options = isSupportPublic ? Options.WithPreprocessorSymbols("HYPERCALL_SUPPORT_PUBLIC") : Options;
        IEnumerable<SyntaxTree> own = sources.Select(source => CSharpSyntaxTree.ParseText(source, options));
        return Corlibs.With(corlib, options, [.. Resource.Parse("guest/", options), .. own]);
    }

    /// <summary>The guest with what is emitted for it.</summary>
    public static Compilation Generate(CSharpCompilation guest, string conduit)
    {
        Driver(guest, conduit).RunGeneratorsAndUpdateCompilation(guest, out Compilation output, out _);
        return output;
    }

    /// <summary>A driver with the generator, which tells of its steps.</summary>
    public static GeneratorDriver Driver(CSharpCompilation guest, string conduit) => CSharpGeneratorDriver.Create(
        [new HypercallGenerator().AsSourceGenerator()],
        additionalTexts: [],
        (CSharpParseOptions)guest.SyntaxTrees[0].Options,
        new BuildProperties(conduit),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>An emitted file's text.</summary>
    public static string TextOf(Compilation output, string file) =>
        output.SyntaxTrees.Single(tree => tree.FilePath.EndsWith(file, StringComparison.Ordinal)).ToString();
}
