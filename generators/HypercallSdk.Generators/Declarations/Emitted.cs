using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Tells what the generator emitted from what stands in the source: the analyzer sees both.</summary>
internal static class Emitted
{
    /// <summary>The folder that the compiler puts emitted files in.</summary>
    private static readonly string Folder = typeof(HypercallGenerator).FullName!;

    /// <summary>Whether a symbol is declared in emitted files only.</summary>
    public static bool IsEmitted(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length > 0 && symbol.DeclaringSyntaxReferences.All(static reference => IsEmitted(reference.SyntaxTree));

    /// <summary>Whether an attribute stands in an emitted file.</summary>
    public static bool IsEmitted(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference && IsEmitted(reference.SyntaxTree);

    private static bool IsEmitted(SyntaxTree tree) => tree.FilePath.IndexOf(Folder, StringComparison.Ordinal) >= 0;
}
