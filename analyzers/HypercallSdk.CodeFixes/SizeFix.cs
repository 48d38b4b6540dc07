using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Tasks;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS0012: sets a struct's size to what its fields make. Whether the fields are C's is the reader's to know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SizeFix))]
public sealed class SizeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS0012");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<AttributeArgumentSyntax>(context).ConfigureAwait(false) is not { } found
            || !context.Diagnostics[0].Properties.TryGetValue(DeclarationProblem.Size, out string? text)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size))
        {
            return;
        }

        ExpressionSyntax literal = SyntaxFactory
            .LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(size))
            .WithTriviaFrom(found.Node.Expression);
        await FixOffer.Offer(
            context, $"Set Size to {size}, what the fields make", nameof(SizeFix),
            found.Root.ReplaceNode(found.Node.Expression, literal)).ConfigureAwait(false);
    }
}
