using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Corlib.Tests.Infrastructure;

/// <summary>
/// The four corlibs, each compiled as their owners compile them: together with the guest's code, in one assembly that refers
/// to no other.
/// </summary>
internal static class Corlibs
{
    /// <summary>The corlibs' names: each is named after the one whose gaps it has.</summary>
    public static readonly string[] Names = ["MoosLike", "ZerolibLike", "ZerosharpLike", "ZerosharpEfiLike"];

    /// <summary>An assembly of a corlib and some files of a guest.</summary>
    /// <param name="corlib">The corlib's name.</param>
    /// <param name="options">How the files were parsed; the corlib is parsed likewise.</param>
    /// <param name="files">The files.</param>
    public static CSharpCompilation With(string corlib, CSharpParseOptions options, IEnumerable<SyntaxTree> files) => CSharpCompilation.Create(
        corlib,
        [.. Resource.Parse("corlib/Common/", options), .. Resource.Parse($"corlib/{corlib}/", options), .. files],
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));

    /// <summary>What keeps an assembly from being made; emission is part of it, since missing types are often found there.</summary>
    public static IReadOnlyList<Diagnostic> ErrorsOf(Compilation compilation)
    {
        using MemoryStream image = new();
        ImmutableArray<Diagnostic> diagnostics = compilation.Emit(image).Diagnostics;
        return [.. diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }
}
