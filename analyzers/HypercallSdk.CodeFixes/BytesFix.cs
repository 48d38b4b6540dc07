using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Tasks;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>
/// HCS0012 and HCS0019: sets a struct's size to what its fields make, and an offset to where the field would lie without it. Whether
/// the fields are C's is the reader's to know.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BytesFix))]
public sealed class BytesFix : CodeFixProvider
{
    private const string SizeId = "HCS0012";
    private const string PlaceId = "HCS0019";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(SizeId, PlaceId);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<AttributeArgumentSyntax>(context).ConfigureAwait(false) is not { } found
            || !context.Diagnostics[0].Properties.TryGetValue(DeclarationProblem.Bytes, out string? text)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int bytes))
        {
            return;
        }

        ExpressionSyntax literal = SyntaxFactory
            .LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(bytes))
            .WithTriviaFrom(found.Node.Expression);
        await FixOffer.Offer(
            context, TitleOf(context.Diagnostics[0].Id, bytes), nameof(BytesFix),
            found.Root.ReplaceNode(found.Node.Expression, literal)).ConfigureAwait(false);
    }

    private static string TitleOf(string id, int bytes) => id == SizeId
        ? $"Set Size to {bytes}, what the fields make"
        : $"Set the offset to {bytes}, where the field may begin";
}
