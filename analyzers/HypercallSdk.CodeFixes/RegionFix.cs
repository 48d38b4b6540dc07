using System;
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
    private const string Frame = "HypercallSdk.Gfn";
    private const string Address = "HypercallSdk.GuestPhysicalAddress";
    private const string Range = "HypercallSdk.AddressRange";
    private const string Regions = "HypercallSdk.HypervisorRegions";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("HCS2000", "HCS2001", "HCS2002", "HCS2003", "HCS2004");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(MendAll);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixOffer.Underlined<ExpressionSyntax>(context).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        Lazy<Task<int>> errors = new(() => ErrorsOf(context.Document, context.CancellationToken));
        foreach (Place place in await PlacesFor(context.Document, found.Root, found.Node, errors, context.CancellationToken).ConfigureAwait(false))
        {
            Document changed = Changed(context.Document, found.Root, found.Node, place);
            context.RegisterCodeFix(CodeAction.Create($"Map at '{place.Page(0)}'", _ => Task.FromResult(changed), place.Key), context.Diagnostics);
        }
    }

    /// <summary>Gives each constant a page of its own: of two things that are mapped at one, the first would be gone.</summary>
    private static async Task<Document?> MendAll(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        Lazy<Task<int>> errors = new(() => ErrorsOf(document, context.CancellationToken));
        Dictionary<SyntaxNode, SyntaxNode> mends = [];
        Dictionary<string, List<string>> mapped = [];
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static item => item.Location.SourceSpan.Start))
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax node)
            {
                continue;
            }

            IEnumerable<Place> places = await PlacesFor(document, root, node, errors, context.CancellationToken).ConfigureAwait(false);
            if (places.FirstOrDefault(item => item.Key == context.CodeActionEquivalenceKey) is { } place)
            {
                mends[node] = SyntaxFactory.ParseExpression(place.Page(IndexIn(mapped, place))).WithTriviaFrom(node);
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(mends.Keys, (node, _) => mends[node]));
    }

    /// <summary>Which page of its range a constant gets; one that comes again, the same.</summary>
    private static int IndexIn(Dictionary<string, List<string>> mapped, Place place)
    {
        if (!mapped.TryGetValue(place.Range, out List<string>? constants))
        {
            mapped[place.Range] = constants = [];
        }

        if (!constants.Contains(place.Constant))
        {
            constants.Add(place.Constant);
        }

        return constants.IndexOf(place.Constant);
    }

    /// <summary>
    /// The places for what is mapped at a constant; of those, the ones that leave no more errors than there were: a local may have no
    /// value yet, an instance's field not be there.
    /// </summary>
    private static async Task<IReadOnlyList<Place>> PlacesFor(
        Document document, SyntaxNode root, ExpressionSyntax node, Lazy<Task<int>> errors, CancellationToken cancellation)
    {
        List<Place> places = [];
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model && ConstantOf(node, model) is { } constant
            && model.GetTypeInfo(node, cancellation).Type?.ToDisplayString() is (Frame or Address) and var type)
        {
            foreach ((string name, string range) in RangesAt(model, node.SpanStart, IsOfGrantTable(node) ? 0 : 1))
            {
                Place place = new(nameof(RegionFix) + name, range, $"{type} {constant}", type == Address);
                if (await ErrorsOf(Changed(document, root, node, place), cancellation).ConfigureAwait(false) <= await errors.Value.ConfigureAwait(false))
                {
                    places.Add(place);
                }
            }
        }

        return places;
    }

    private static Document Changed(Document document, SyntaxNode root, ExpressionSyntax node, Place place) => document.WithSyntaxRoot(
        root.ReplaceNode(node, SyntaxFactory.ParseExpression(place.Page(0)).WithTriviaFrom(node)));

    /// <summary>The constant that an expression is and nothing more; a distance from it would be lost.</summary>
    private static string? ConstantOf(ExpressionSyntax value, SemanticModel model) => value switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } number }] } => model.GetConstantValue(number).Value?.ToString(),
        _ => model.GetSymbolInfo(value).Symbol is IFieldSymbol { IsStatic: true, IsReadOnly: true } field ? field.ToDisplayString() : null,
    };

    /// <summary>Whether what is mapped is the grant table, which has a region of its own.</summary>
    private static bool IsOfGrantTable(ExpressionSyntax place) => place.Ancestors()
        .First(static node => node is BaseArgumentListSyntax or InitializerExpressionSyntax or StatementSyntax or MemberDeclarationSyntax)
        .DescendantTokens()
        .Any(static token => token.ValueText == GrantTable);

    /// <summary>Whatever is in scope and holds the regions, or a range that its owner has proven.</summary>
    private static IEnumerable<(string Name, string Range)> RangesAt(SemanticModel model, int position, int region) => model.LookupSymbols(position)
        .Select(symbol => (Symbol: symbol, Name: Written(symbol.Name), Type: TypeOf(symbol)?.ToDisplayString()))
        .Where(static item => item.Type == Regions || (item.Type == Range && IsProven(item.Symbol)))
        .Select(item => (item.Name, item.Type == Range ? item.Name : $"{item.Name}.GetRegion({region})"));

    private static bool IsProven(ISymbol symbol) =>
        symbol.GetAttributes().Any(static mark => mark.AttributeClass?.Name is "MapTargetAttribute" or "ProvenAttribute");

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static string Written(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static async Task<int> ErrorsOf(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            ? model.GetDiagnostics(cancellationToken: cancellation).Count(static item => item.Severity == DiagnosticSeverity.Error)
            : int.MaxValue;

    /// <summary>Where to map instead of at a constant.</summary>
    /// <param name="Key">What makes two offers one for Fix All.</param>
    /// <param name="Range">The range, as it is written.</param>
    /// <param name="Constant">What it stands for, with its type: frame 1 is not address 1.</param>
    /// <param name="IsAddress">Whether an address is wanted, and not a frame.</param>
    private sealed record Place(string Key, string Range, string Constant, bool IsAddress)
    {
        /// <summary>A page of the range, as it is written.</summary>
        public string Page(int index)
        {
            string frame = index == 0 ? $"{Range}.FirstFrame" : $"{Range}.FirstFrame + {index}";
            return !IsAddress ? frame : index == 0 ? $"{frame}.Address" : $"({frame}).Address";
        }
    }
}
