using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS0009: lets a count name a pointer beside it; where there are several, each is offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountFix))]
public sealed class CountFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS0009");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<AttributeArgumentSyntax>(context).ConfigureAwait(false) is not { } found
            || found.Node.FirstAncestorOrSelf<ParameterSyntax>() is not { Parent: ParameterListSyntax list } count)
        {
            return;
        }

        IReadOnlyList<string> buffers = [.. list.Parameters
            .Where(other => other != count && other.Type is PointerTypeSyntax)
            .Select(static other => other.Identifier.Text)
            .Except(NamedBeside(found.Node))];
        foreach (string buffer in buffers)
        {
            ExpressionSyntax name = SyntaxFactory.ParseExpression($"nameof({buffer})").WithTriviaFrom(found.Node.Expression);
            SyntaxNode changed = found.Root.ReplaceNode(found.Node.Expression, name);

            // Fix All takes the only buffer of each count; of several it takes those of the same name.
            string key = buffers.Count == 1 ? nameof(CountFix) : $"{nameof(CountFix)} {buffer}";
            await FixOffer.Offer(context, $"Count '{buffer}'", key, changed).ConfigureAwait(false);
        }
    }

    /// <summary>What the attribute's other arguments name already.</summary>
    private static IEnumerable<string> NamedBeside(AttributeArgumentSyntax argument) =>
        argument.Parent is not AttributeArgumentListSyntax list
            ? []
            : list.Arguments
                .Where(other => other != argument)
                .SelectMany(static other => other.DescendantNodes().OfType<ArgumentSyntax>())
                .Select(static name => name.Expression.ToString());
}
