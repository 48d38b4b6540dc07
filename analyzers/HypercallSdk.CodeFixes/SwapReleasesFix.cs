using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS0017: swaps a first release with a last one that is earlier.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapReleasesFix))]
public sealed class SwapReleasesFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS0017");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<AttributeArgumentSyntax>(context).ConfigureAwait(false) is not { } found
            || NameOf(found.Node) is not ("Since" or "SinceOnArm")
            || found.Node.Parent is not AttributeArgumentListSyntax list
            || list.Arguments.FirstOrDefault(static argument => NameOf(argument) == "Until") is not { } until)
        {
            return;
        }

        ExpressionSyntax first = found.Node.Expression;
        SyntaxNode changed = found.Root.ReplaceNodes(
            [first, until.Expression],
            (node, _) => (node == first ? until.Expression : first).WithTriviaFrom(node));
        await FixOffer.Offer(context, $"Swap {NameOf(found.Node)} and Until", nameof(SwapReleasesFix), changed).ConfigureAwait(false);
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
