using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>
/// HCS0003: makes a C name of a text that nearly is one: <c>"struct demo"</c> is <c>demo</c>, <c>"demo-op"</c> is <c>demo_op</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CNameFix))]
public sealed class CNameFix : CodeFixProvider
{
    private static readonly string[] Keywords = ["struct ", "union ", "enum "];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS0003");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<LiteralExpressionSyntax>(context).ConfigureAwait(false) is not { } found
            || !found.Node.IsKind(SyntaxKind.StringLiteralExpression)
            || NameIn(found.Node.Token.ValueText) is not { } name)
        {
            return;
        }

        ExpressionSyntax literal = SyntaxFactory
            .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name))
            .WithTriviaFrom(found.Node);
        await FixOffer.Offer(
            context, $"Write \"{name}\"", nameof(CNameFix), found.Root.ReplaceNode(found.Node, literal)).ConfigureAwait(false);
    }

    /// <summary>The C name that a text means; null when that would be a guess.</summary>
    private static string? NameIn(string text)
    {
        string trimmed = text.Trim();
        string? keyword = Keywords.FirstOrDefault(word => trimmed.StartsWith(word, StringComparison.Ordinal));
        string name = new([.. trimmed.Substring(keyword?.Length ?? 0).Trim().Select(static letter => letter is ' ' or '-' or '.' ? '_' : letter)]);
        return CIdentifier.IsValid(name) ? name : null;
    }
}
