using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// Knows which parameters, fields, properties and results may only hold frames that are proven free: those marked
/// <c>[MapTarget]</c> or <c>[Proven]</c>, by themselves or by a member that theirs overrides or implements.
/// </summary>
internal sealed class FrameContracts
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call's argument for the parameter has to be proven.</summary>
    public bool Wants(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.Out && IsMarked(parameter) && SupportTypes.HoldsFrames(parameter.Type);

    /// <summary>Whether whatever is in the place, or is the method's result, is proven.</summary>
    /// <param name="symbol">A parameter, field, property or method.</param>
    /// <param name="type">The type that the place has where it is used.</param>
    public bool Promises(ISymbol symbol, ITypeSymbol? type) => IsMarked(symbol) && SupportTypes.HoldsFrames(type);

    /// <summary>A member whose parameter one stands for, by overriding or implementing it, and that has no mark there; null when all have.</summary>
    public static ISymbol? UnmarkedModelOf(IParameterSymbol parameter) =>
        Models(parameter.ContainingSymbol).FirstOrDefault(model => !IsMarked(model, parameter.Ordinal));

    /// <summary>A property that one overrides or implements and that has no mark, though it can be set; null when all have.</summary>
    public ISymbol? UnmarkedModelOf(IPropertySymbol property) =>
        Models(property).FirstOrDefault(model => model is IPropertySymbol { SetMethod: not null } && !IsMarked(model));

    private bool IsMarked(ISymbol symbol) => _known.GetOrAdd(symbol.OriginalDefinition, static asked => Find(asked));

    private static bool Find(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => HasMark(parameter.GetAttributes())
            || (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol set }
                && parameter.Ordinal == set.Parameters.Length && Find(set))
            || Models(parameter.ContainingSymbol).Any(model => IsMarked(model, parameter.Ordinal)),
        IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } => Find(property),
        IMethodSymbol method => HasMark(method.GetReturnTypeAttributes()) || Models(method).Any(Find),
        IPropertySymbol property => HasMark(property.GetAttributes())
            || (property.GetMethod is { } getter && HasMark(getter.GetReturnTypeAttributes()))
            || ParameterOf(property).Any(Find)
            || Models(property).Any(Find),
        _ => HasMark(symbol.GetAttributes()),
    };

    private static bool IsMarked(ISymbol model, int ordinal)
    {
        ImmutableArray<IParameterSymbol> parameters = model switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        };
        return ordinal < parameters.Length && Find(parameters[ordinal]);
    }

    /// <summary>What the member overrides and implements.</summary>
    private static IEnumerable<ISymbol> Models(ISymbol member)
    {
        ISymbol? overridden = member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
        IEnumerable<ISymbol> implemented = Implemented(member);
        return (overridden is null ? implemented : implemented.Prepend(overridden))
            .Select(static model => model.OriginalDefinition);
    }

    private static IEnumerable<ISymbol> Implemented(ISymbol member)
    {
        INamedTypeSymbol? type = member.ContainingType;
        return member is not (IMethodSymbol or IPropertySymbol) || type is null or { TypeKind: TypeKind.Interface or TypeKind.Delegate } ? []
            : type.AllInterfaces
                .SelectMany(contract => contract.GetMembers(Last(member.Name)))
                .Where(declared => SymbolEqualityComparer.Default.Equals(
                    type.FindImplementationForInterfaceMember(declared), member));
    }

    /// <summary>The parameter of a record that the property was made from.</summary>
    private static IEnumerable<IParameterSymbol> ParameterOf(IPropertySymbol property) => !property.ContainingType.IsRecord ? []
        : property.ContainingType.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .Where(parameter => parameter.Name == property.Name
                && parameter.DeclaringSyntaxReferences.Any(at => property.DeclaringSyntaxReferences.Any(other =>
                    at.SyntaxTree == other.SyntaxTree && at.Span == other.Span)));

    /// <summary>The name without the interface that an explicit implementation puts before it.</summary>
    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static bool HasMark(ImmutableArray<AttributeData> attributes) => attributes.Any(
        static attribute => SupportTypes.IsMapTarget(attribute.AttributeClass) || SupportTypes.IsProven(attribute.AttributeClass));
}
