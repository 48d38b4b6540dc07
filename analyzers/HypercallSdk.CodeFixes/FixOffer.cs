using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HypercallSdk.CodeFixes;

/// <summary>Offers changes, but only those that mend.</summary>
internal static class FixOffer
{
    /// <summary>Offers to replace nodes or tokens of the mistaken document.</summary>
    /// <param name="context">The mistake.</param>
    /// <param name="title">What the IDE shows.</param>
    /// <param name="key">What makes two changes one for Fix All.</param>
    /// <param name="root">The document's root with the change.</param>
    public static Task Offer(CodeFixContext context, string title, string key, SyntaxNode root) =>
        Offer(context, title, key, context.Document.WithSyntaxRoot(root).Project.Solution);

    /// <summary>Offers a change of one document or of several.</summary>
    public static async Task Offer(CodeFixContext context, string title, string key, Solution changed)
    {
        Document after = changed.GetDocument(context.Document.Id)!;
        if (await MendCheck.Mends(context.Document, context.Diagnostics[0], after, context.CancellationToken).ConfigureAwait(false))
        {
            context.RegisterCodeFix(CodeAction.Create(title, Change, key), context.Diagnostics);
        }

        Task<Solution> Change(CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(changed);
        }
    }

    /// <summary>The node of a kind that a mistake underlines; null when it underlines something else.</summary>
    public static async Task<(SyntaxNode Root, T Node)?> Underlined<T>(CodeFixContext context)
        where T : SyntaxNode
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        return root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>() is { } node ? (root, node) : null;
    }
}
