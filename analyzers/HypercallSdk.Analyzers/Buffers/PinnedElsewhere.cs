using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Tells of objects that come from outside of a method whether the class around it pins any.</summary>
internal static class PinnedElsewhere
{
    /// <summary>
    /// Whether an object may have been pinned when it was made: a class that speaks of handles or of pinned allocation takes care of
    /// it itself.
    /// </summary>
    public static bool MayBe(IOperation value) =>
        value.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is not { } outermost
        || outermost.DescendantTokens().Any(static token =>
            token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "GCHandle" or "PinnedGCHandle" or "pinned");
}
