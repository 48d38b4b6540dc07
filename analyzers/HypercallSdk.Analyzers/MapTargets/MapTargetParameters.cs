using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>Knows which parameters say where something will be mapped.</summary>
internal sealed class MapTargetParameters
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether the parameter is a <c>[MapTarget]</c>: by itself, or because a member that it overrides or implements
    /// says so.
    /// </summary>
    public bool Contain(IParameterSymbol parameter) =>
        SupportTypes.ElementUnitOf(parameter.Type) is not null
        && _known.GetOrAdd(parameter.OriginalDefinition, IsTarget);

    private static bool IsTarget(ISymbol symbol)
    {
        IParameterSymbol parameter = (IParameterSymbol)symbol;
        return IsMarked(parameter) || IsTarget(parameter.ContainingSymbol, parameter.Ordinal);
    }

    private static bool IsTarget(ISymbol member, int ordinal) => member switch
    {
        IMethodSymbol method => IsAnyTarget(method.OverriddenMethod, Implemented(method), ordinal),
        IPropertySymbol property => IsAnyTarget(property.OverriddenProperty, Implemented(property), ordinal),
        _ => false,
    };

    private static bool IsAnyTarget(ISymbol? overridden, IEnumerable<ISymbol> implemented, int ordinal) =>
        (overridden is not null && IsTargetOf(overridden, ordinal))
        || implemented.Any(member => IsTargetOf(member, ordinal));

    private static bool IsTargetOf(ISymbol member, int ordinal)
    {
        ImmutableArray<IParameterSymbol> parameters = member switch
        {
            IMethodSymbol method => method.OriginalDefinition.Parameters,
            IPropertySymbol property => property.OriginalDefinition.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        };
        return ordinal < parameters.Length && IsTarget(parameters[ordinal]);
    }

    private static IEnumerable<ISymbol> Implemented(ISymbol member)
    {
        INamedTypeSymbol? type = member.ContainingType;
        return type is null or { TypeKind: TypeKind.Interface or TypeKind.Delegate } ? []
            : type.AllInterfaces
                .SelectMany(contract => contract.GetMembers(Last(member.Name)))
                .Where(declared => SymbolEqualityComparer.Default.Equals(
                    type.FindImplementationForInterfaceMember(declared), member));
    }

    /// <summary>The name without the interface that an explicit implementation puts before it.</summary>
    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static bool IsMarked(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static attribute => SupportTypes.IsMapTarget(attribute.AttributeClass));
}
