using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (await FixOffer.Underlined<MethodDeclarationSyntax>(context).ConfigureAwait(false) is not { } found
            || model is null
            || NameOfResult(model, context.Span.Start) is not { } name)
        {
            return;
        }

        TypeSyntax result = SyntaxFactory.ParseTypeName(name).WithTriviaFrom(found.Node.ReturnType);
        await FixOffer.Offer(
            context, "Return XenResult", nameof(ResultFix), found.Root.ReplaceNode(found.Node.ReturnType, result)).ConfigureAwait(false);
    }

    /// <summary>The shortest name of the type at a position; each assembly of a solution may have a copy of it.</summary>
    private static string? NameOfResult(SemanticModel model, int position) => model.Compilation
        .GetTypesByMetadataName("HypercallSdk.XenResult")
        .FirstOrDefault(type => model.IsAccessible(position, type))?
        .ToMinimalDisplayString(model, position);
}
