using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.CodeFixes;

/// <summary>HCS2000 to HCS2004: maps into a region of <c>/hypervisor</c> that is at hand, and not at a constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegionFix))]
public sealed class RegionFix : CodeFixProvider
{
    private const string GrantTable = nameof(GrantTable);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS2000", "HCS2001", "HCS2002", "HCS2003", "HCS2004");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<ExpressionSyntax>(context).ConfigureAwait(false) is not { } found
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || !IsConstant(found.Node, model)
            || PageOf(model.GetTypeInfo(found.Node, context.CancellationToken).Type) is not { } page)
        {
            return;
        }

        int region = IsOfGrantTable(found.Node) ? 0 : 1;
        foreach ((string name, string range) in RangesAt(model, found.Node.SpanStart, region))
        {
            ExpressionSyntax place = SyntaxFactory.ParseExpression(range + page).WithTriviaFrom(found.Node);
            Document changed = context.Document.WithSyntaxRoot(found.Root.ReplaceNode(found.Node, place));
            if (await CompilesNoWorse(context.Document, changed, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Map at '{place.WithoutTrivia()}'", _ => Task.FromResult(changed), nameof(RegionFix) + name), context.Diagnostics);
            }
        }
    }

    /// <summary>Whether an expression is one frame or address and nothing more; a distance from it would be lost.</summary>
    private static bool IsConstant(ExpressionSyntax value, SemanticModel model) => value switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } number }] } => model.GetConstantValue(number).HasValue,
        _ => model.GetSymbolInfo(value).Symbol is IFieldSymbol { IsStatic: true, IsReadOnly: true },
    };

    /// <summary>What leads from a range to its first whole page, as the type that is wanted.</summary>
    private static string? PageOf(ITypeSymbol? type) => type?.ToDisplayString() switch
    {
        "HypercallSdk.Gfn" => ".FirstFrame",
        "HypercallSdk.GuestPhysicalAddress" => ".FirstFrame.Address",
        _ => null,
    };

    /// <summary>Whether what is mapped is the grant table, which has a region of its own.</summary>
    private static bool IsOfGrantTable(ExpressionSyntax place) => place.Ancestors()
        .First(static node => node is BaseArgumentListSyntax or InitializerExpressionSyntax or StatementSyntax or MemberDeclarationSyntax)
        .DescendantTokens()
        .Any(static token => token.ValueText == GrantTable);

    /// <summary>Whatever is in scope and holds the regions, or a range that its owner has proven.</summary>
    private static IEnumerable<(string Name, string Range)> RangesAt(SemanticModel model, int position, int region) => model.LookupSymbols(position)
        .Select(symbol => (Symbol: symbol, Name: Written(symbol.Name), Type: TypeOf(symbol)?.ToDisplayString()))
        .Where(static item => item.Type == "HypercallSdk.HypervisorRegions"
            || (item.Type == "HypercallSdk.AddressRange" && item.Symbol.GetAttributes().Any(static mark => mark.AttributeClass?.Name is "MapTargetAttribute" or "ProvenAttribute")))
        .Select(item => (item.Name, item.Type == "HypercallSdk.AddressRange" ? item.Name : $"{item.Name}.GetRegion({region})"));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static string Written(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Whether a change leaves no more errors: a local may have no value yet, an instance's field not be there.</summary>
    private static async Task<bool> CompilesNoWorse(Document before, Document after, CancellationToken cancellation) =>
        await ErrorsOf(after, cancellation).ConfigureAwait(false) <= await ErrorsOf(before, cancellation).ConfigureAwait(false);

    private static async Task<int> ErrorsOf(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(cancellationToken: cancellation).Count(static item => item.Severity == DiagnosticSeverity.Error)
            : int.MaxValue;
}
