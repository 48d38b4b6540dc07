using System.Collections.Immutable;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS1001, HCS1002, HCS1004 to HCS1006 and HCS1008: converts the unit, or leaves it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnitFix))]
public sealed class UnitFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS1001", "HCS1002", "HCS1004", "HCS1005", "HCS1006", "HCS1008");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics[0].Properties.TryGetValue(MendProperties.Expression, out string? mend) && mend is not null
            && await FixOffer.Underlined<ExpressionSyntax>(context).ConfigureAwait(false) is { } found)
        {
            SyntaxNode root = found.Root.ReplaceNode(found.Node, SyntaxFactory.ParseExpression(mend).WithTriviaFrom(found.Node));
            context.RegisterCodeFix(
                CodeAction.Create($"Write '{mend}'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root)), nameof(UnitFix)), context.Diagnostics);
        }
    }
}
