using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS0006: lets an operation return <c>XenResult</c>, which holds the whole result register.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultFix))]
public sealed class ResultFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS0006");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<MethodDeclarationSyntax>(context).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        // In full, and marked: the IDE shortens it where a using, or the namespace around it, allows that.
        TypeSyntax result = SyntaxFactory.ParseTypeName("global::HypercallSdk.XenResult")
            .WithTriviaFrom(found.Node.ReturnType)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        await FixOffer.Offer(
            context, "Return XenResult", nameof(ResultFix), found.Root.ReplaceNode(found.Node.ReturnType, result)).ConfigureAwait(false);
    }
}
