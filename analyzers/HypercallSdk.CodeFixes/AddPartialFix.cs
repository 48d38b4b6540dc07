using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS0001: adds <c>partial</c> to every part of an interface that lacks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix))]
public sealed class AddPartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS0001");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (await FixOffer.Underlined<InterfaceDeclarationSyntax>(context).ConfigureAwait(false) is not { } found
            || model?.GetDeclaredSymbol(found.Node, context.CancellationToken) is not { } type)
        {
            return;
        }

        Solution solution = context.Document.Project.Solution;
        foreach (IGrouping<SyntaxTree, SyntaxReference> file in type.DeclaringSyntaxReferences.GroupBy(static part => part.SyntaxTree))
        {
            solution = await AddPartial(solution, file, context.CancellationToken).ConfigureAwait(false);
        }

        await FixOffer.Offer(context, "Make the interface partial", nameof(AddPartialFix), solution).ConfigureAwait(false);
    }

    private static async Task<Solution> AddPartial(
        Solution solution, IGrouping<SyntaxTree, SyntaxReference> parts, CancellationToken cancellation)
    {
        if (solution.GetDocumentId(parts.Key) is not { } id)
        {
            return solution;
        }

        SyntaxNode root = await parts.Key.GetRootAsync(cancellation).ConfigureAwait(false);
        SyntaxEditor editor = new(root, solution.Workspace.Services);
        foreach (SyntaxReference part in parts)
        {
            SyntaxNode node = await part.GetSyntaxAsync(cancellation).ConfigureAwait(false);
            if (node is InterfaceDeclarationSyntax syntax && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                editor.ReplaceNode(syntax, WithPartial(syntax));
            }
        }

        return solution.WithDocumentSyntaxRoot(id, editor.GetChangedRoot());
    }

    /// <summary>The word stands right before "interface", and takes over what stood before that when it is the first.</summary>
    private static InterfaceDeclarationSyntax WithPartial(InterfaceDeclarationSyntax syntax)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword)
            .WithLeadingTrivia(syntax.Keyword.LeadingTrivia)
            .WithTrailingTrivia(SyntaxFactory.Space);
        return syntax
            .WithKeyword(syntax.Keyword.WithLeadingTrivia())
            .AddModifiers(partial);
    }
}
