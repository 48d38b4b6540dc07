using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS0002: makes an interface that is visible in its file only an internal one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InternalInterfaceFix))]
public sealed class InternalInterfaceFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS0002");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<InterfaceDeclarationSyntax>(context).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        SyntaxToken file = found.Node.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.FileKeyword));
        if (file != default)
        {
            SyntaxToken word = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(file);
            await FixOffer.Offer(
                context, "Make the interface internal", nameof(InternalInterfaceFix), found.Root.ReplaceToken(file, word)).ConfigureAwait(false);
        }
    }
}
