using System.Collections.Immutable;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace HypercallSdk.CodeFixes;

/// <summary>
/// HCS4001 to HCS4003: examines a result or says that no outcome matters, asks a count of extents whether it is all of them, and lets a
/// number that does not fit stop the program.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultUseFix))]
public sealed class ResultUseFix : CodeFixProvider
{
    private const string Examine = nameof(Examine);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS4001", "HCS4002", "HCS4003");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        ImmutableDictionary<string, string?> properties = context.Diagnostics[0].Properties;
        if (await FixOffer.Underlined<ExpressionSyntax>(context).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (properties.TryGetValue(MendProperties.Failure, out string? failure) && failure is not null
            && found.Node.Parent is ExpressionStatementSyntax statement && model is not null && ReturnsBool(model, statement))
        {
            StatementSyntax examined = SyntaxFactory.ParseStatement($"if ({failure}) {{ return false; }}")
                .WithTriviaFrom(statement)
                .WithAdditionalAnnotations(Formatter.Annotation);
            Offer(context, "Return false if it failed", Examine, found.Root.ReplaceNode(statement, examined));
        }

        if (properties.TryGetValue(MendProperties.Expression, out string? mend) && mend is not null)
        {
            ExpressionSyntax expression = SyntaxFactory.ParseExpression(mend).WithTriviaFrom(found.Node);
            Offer(context, TitleOf(context.Diagnostics[0].Id, mend), nameof(ResultUseFix), found.Root.ReplaceNode(found.Node, expression));
        }
    }

    private static string TitleOf(string id, string mend) => id switch
    {
        "HCS4001" => "Say that no outcome matters",
        "HCS4002" => $"Ask '{mend}'",
        _ => "Check that it fits",
    };

    /// <summary>Whether a statement's function answers by yes or no.</summary>
    private static bool ReturnsBool(SemanticModel model, StatementSyntax statement) =>
        model.GetEnclosingSymbol(statement.SpanStart) is IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean };

    private static void Offer(CodeFixContext context, string title, string key, SyntaxNode root) => context.RegisterCodeFix(
        CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root)), key), context.Diagnostics);
}
