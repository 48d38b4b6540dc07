using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS3001: asks which Xen runs before a statement that a part of the releases cannot do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardFix))]
public sealed class GuardFix : CodeFixProvider
{
    private const string Guard = "HypercallSdk.Xen.RunningXen";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS3001");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!context.Diagnostics[0].Properties.TryGetValue(MendProperties.Release, out string? release) || release is null
            || await FixOffer.Underlined<ExpressionSyntax>(context).ConfigureAwait(false) is not { } found
            || Guarded(found.Node) is not { } statement
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || NameOf(model, statement.SpanStart) is not { } name)
        {
            return;
        }

        string question = $"{name}.IsAtLeast({release.Replace(".", ", ")})";
        SyntaxNode guarded = SyntaxFactory.IfStatement(
                SyntaxFactory.ParseExpression(question), SyntaxFactory.Block(statement.WithoutTrivia()))
            .WithTriviaFrom(statement)
            .WithAdditionalAnnotations(Formatter.Annotation);
        Document changed = context.Document.WithSyntaxRoot(found.Root.ReplaceNode(statement, guarded));
        context.RegisterCodeFix(
            CodeAction.Create($"Do it on Xen {release} and later only", _ => Task.FromResult(changed), nameof(GuardFix)), context.Diagnostics);
    }

    /// <summary>The statement to guard: one that nothing behind it needs, as it declares nothing and the method's end does not hang on it.</summary>
    private static StatementSyntax? Guarded(SyntaxNode use)
    {
        StatementSyntax? statement = use.FirstAncestorOrSelf<StatementSyntax>();
        return statement is ExpressionStatementSyntax or IfStatementSyntax { Else: null }
            && statement.Parent is BlockSyntax
            && !statement.DescendantNodes().OfType<DeclarationExpressionSyntax>().Any()
                ? statement
                : null;
    }

    private static string? NameOf(SemanticModel model, int position) => model.Compilation.GetTypesByMetadataName(Guard)
        .FirstOrDefault(type => model.IsAccessible(position, type) && type.GetMembers("IsAtLeast").Any())?
        .ToMinimalDisplayString(model, position);
}
