using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Declarations;

/// <summary>HCS0025: a mark that other rules go by names what there is not, or says what cannot be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MarkAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS0025";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mark that means nothing",
        "'{0}' {1}, so no rule goes by this mark",
        RuleCategories.Declarations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        Lazy<IReadOnlyList<IMethodSymbol>> operations = new(() => OperationDeclarations.AllOf(start.Compilation));
        start.RegisterSymbolAction(
            symbol => Inspect(symbol, operations), SymbolKind.Field, SymbolKind.Parameter, SymbolKind.Method, SymbolKind.Property);
    }

    private static void Inspect(SymbolAnalysisContext context, Lazy<IReadOnlyList<IMethodSymbol>> operations)
    {
        foreach (AttributeData mark in MarksOf(context.Symbol))
        {
            (string Argument, string Says)? fault = mark.AttributeClass switch
            {
                { } type when type.IsNamed(AttributeNames.Accepts) => OfAccepts(context.Symbol, mark, operations),
                { } type when type.IsNamed(AttributeNames.HighestFirst) || type.IsNamed(AttributeNames.MappedOnce) => OfIndex(context.Symbol, mark, operations),
                { } type when type.IsNamed(AttributeNames.AcceptedBy) => OfAcceptedBy(mark, operations),
                { } type when type.IsNamed(AttributeNames.PartialOn) => OfName(mark, 1, operations),
                { } type when type.IsNamed(AttributeNames.AvailabilityGuard) => OfGuard(context.Symbol, mark),
                { } type when SupportTypes.IsMapTarget(type) || SupportTypes.IsProven(type) => OfContract(context.Symbol),
                _ => null,
            };
            if (fault is { } found)
            {
                Location place = Locations.OfArgument(mark, found.Argument);
                context.ReportDiagnostic(Diagnostic.Create(Rule, place, mark.AttributeClass!.Name.Replace("Attribute", string.Empty), found.Says));
            }
        }
    }

    /// <summary>A symbol's marks, those of a method's result too.</summary>
    private static IEnumerable<AttributeData> MarksOf(ISymbol symbol) =>
        symbol is IMethodSymbol method ? symbol.GetAttributes().Concat(method.GetReturnTypeAttributes()) : symbol.GetAttributes();

    /// <summary>What a type parameter stands for is not known here.</summary>
    private static (string Argument, string Says)? OfContract(ISymbol symbol) =>
        SupportTypes.TypeOf(symbol) is { } type && !SupportTypes.HoldsFrames(type) && !IsOpen(type)
            ? (string.Empty, $"stands on '{type.ToDisplayString()}', in which is no frame and no address")
            : null;

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol or IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        IPointerTypeSymbol pointer => IsOpen(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    private static (string Argument, string Says)? OfAccepts(ISymbol symbol, AttributeData mark, Lazy<IReadOnlyList<IMethodSymbol>> operations)
    {
        ulong[] bounds = [.. mark.ConstructorArguments.Select(static argument => argument.Kind == TypedConstantKind.Array ? null : argument.Value).OfType<ulong>()];
        if (bounds.Length != 2)
        {
            return null; // the compiler says what is wrong
        }

        bool namesParameter = mark.ConstructorArguments.Length == 3;
        if (bounds[0] > bounds[1])
        {
            return (namesParameter ? "1" : "0", "begins behind its end");
        }

        string name = mark.Text(0);
        return symbol switch
        {
            IParameterSymbol when namesParameter => ("0", "stands on a parameter, and is about that one: it names none"),
            IFieldSymbol when !namesParameter => ("0", "stands on a constant, and does not name the parameter that it is about"),
            IFieldSymbol field => OfParameterName(name, field, operations),
            _ => null,
        };
    }

    private static (string Argument, string Says)? OfIndex(ISymbol symbol, AttributeData mark, Lazy<IReadOnlyList<IMethodSymbol>> operations) =>
        symbol is IFieldSymbol constant && mark.Positional(0) is string name ? OfParameterName(name, constant, operations) : null;

    private static (string Argument, string Says)? OfParameterName(string name, IFieldSymbol constant, Lazy<IReadOnlyList<IMethodSymbol>> operations) =>
        IsNoParameter(name, constant, operations.Value) ? ("0", $"names '{name}', and no operation that takes the constant has such a parameter") : null;

    /// <summary>Whether operations take a constant's type, and none of them has a parameter of a name.</summary>
    private static bool IsNoParameter(string name, IFieldSymbol constant, IReadOnlyList<IMethodSymbol> operations)
    {
        IMethodSymbol[] takers =
        [
            .. operations.Where(operation => operation.Parameters.Any(parameter =>
                SymbolEqualityComparer.Default.Equals(parameter.Type, constant.Type))),
        ];
        return takers.Length > 0 && !takers.Any(operation => operation.Parameters.Any(parameter => parameter.Name == name));
    }

    private static (string Argument, string Says)? OfAcceptedBy(AttributeData mark, Lazy<IReadOnlyList<IMethodSymbol>> operations) =>
        OfName(mark, 0, operations);

    private static (string Argument, string Says)? OfName(AttributeData mark, int position, Lazy<IReadOnlyList<IMethodSymbol>> operations) =>
        mark.Positional(position) is string name && operations.Value.All(operation => operation.Find(AttributeNames.HypercallOp)!.CName() != name)
            ? ($"{position}", $"names '{name}', and there is no such operation")
            : null;

    private static (string Argument, string Says)? OfGuard(ISymbol symbol, AttributeData mark)
    {
        ITypeSymbol? type = symbol switch
        {
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        if (type is not null && type.SpecialType != SpecialType.System_Boolean)
        {
            return (string.Empty, "stands on what is no bool");
        }

        return mark.ConstructorArguments.Length == 1
            ? mark.Positional(0) is string text && XenRelease.TryParse(text, out _) ? null : ("0", "names no release: \"4.7\" is one")
            : symbol is IMethodSymbol { Parameters: [{ } major, { } minor, ..] } && IsInteger(major.Type) && IsInteger(minor.Type) ? null
            : (string.Empty, "names no release, and what it stands on is not asked for one by two numbers");
    }

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
