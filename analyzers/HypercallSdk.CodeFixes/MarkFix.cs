using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>
/// HCS2005: marks the parameter, field, property or method that gave a frame without proof. Whoever gives it to that has to prove
/// it then, and gets the diagnostic instead.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkFix))]
public sealed class MarkFix : CodeFixProvider
{
    private const string MapTarget = "MapTarget";
    private const string Proven = "Proven";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS2005");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        if (context.Diagnostics[0].AdditionalLocations is not [{ SourceTree: SyntaxTree tree } place, ..]
            || solution.GetDocument(tree) is not Document document
            || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not SyntaxNode root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not SemanticModel model
            || Declaration(root.FindNode(place.SourceSpan)) is not SyntaxNode declaration)
        {
            return;
        }

        string mark = MarkOf(declaration);
        if (NameOf(model, declaration.SpanStart, mark) is string name)
        {
            Solution changed = solution.WithDocumentSyntaxRoot(document.Id, root.ReplaceNode(declaration, Marked(declaration, name)));
            string what = declaration is MethodDeclarationSyntax or LocalFunctionStatementSyntax ? "return: " + mark : mark;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Mark '{root.FindToken(place.SourceSpan.Start).ValueText}' [{what}]", _ => Task.FromResult(changed), nameof(MarkFix)),
                context.Diagnostics);
        }
    }

    /// <summary>What the mark goes before; null for what takes none, such as a parameter of a lambda without types.</summary>
    private static SyntaxNode? Declaration(SyntaxNode named) => named.AncestorsAndSelf().FirstOrDefault(static node => node
        is BaseParameterSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax)
        is { } found and (ParameterSyntax { Parent: ParameterListSyntax } or FieldDeclarationSyntax or PropertyDeclarationSyntax
            or MethodDeclarationSyntax or LocalFunctionStatementSyntax)
            ? found
            : null;

    private static string MarkOf(SyntaxNode declaration) => declaration is ParameterSyntax parameter
        && !parameter.Modifiers.Any(SyntaxKind.OutKeyword) && !parameter.Modifiers.Any(SyntaxKind.RefKeyword)
            ? MapTarget
            : Proven;

    /// <summary>The shortest name of the attribute; each assembly of a solution may have a copy of it.</summary>
    private static string? NameOf(SemanticModel model, int position, string mark) => model.Compilation
        .GetTypesByMetadataName("HypercallSdk." + mark + "Attribute")
        .Where(type => model.IsAccessible(position, type))
        .Select(type => type.ToMinimalDisplayString(model, position))
        .Select(static name => name.Substring(0, name.Length - "Attribute".Length))
        .FirstOrDefault();

    private static SyntaxNode Marked(SyntaxNode declaration, string name)
    {
        AttributeListSyntax mark = SyntaxFactory.AttributeList(
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.ParseName(name))))
            .WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNode bare = declaration.WithoutLeadingTrivia();
        SyntaxNode marked = bare switch
        {
            ParameterSyntax parameter => parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, mark)),
            MethodDeclarationSyntax method => method.WithAttributeLists(method.AttributeLists.Insert(0, OfResult(mark))),
            LocalFunctionStatementSyntax function => function.WithAttributeLists(function.AttributeLists.Insert(0, OfResult(mark))),
            MemberDeclarationSyntax member => member.WithAttributeLists(member.AttributeLists.Insert(0, mark)),
            _ => bare,
        };
        return marked.WithLeadingTrivia(declaration.GetLeadingTrivia());
    }

    private static AttributeListSyntax OfResult(AttributeListSyntax list) => list.WithTarget(
        SyntaxFactory.AttributeTargetSpecifier(
            SyntaxFactory.Token(SyntaxKind.ReturnKeyword), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)));
}
