using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Finds the constructor that makes a result of a register.</summary>
internal static class ResultConstructor
{
    /// <summary>What the constructor takes: the first of some types for which a method's result has one.</summary>
    public static ITypeSymbol? Find(IMethodSymbol method, IEnumerable<SpecialType> types)
    {
        if (method.ReturnType is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false, IsRefLikeType: false } type)
        {
            return null;
        }

        IReadOnlyList<ITypeSymbol> taken = [.. type.InstanceConstructors
            .Where(constructor => constructor.Parameters is [{ RefKind: RefKind.None }] && IsReachable(constructor, method))
            .Select(static constructor => constructor.Parameters[0].Type)];
        return types
            .Select(special => taken.FirstOrDefault(parameter => parameter.SpecialType == special))
            .FirstOrDefault(static parameter => parameter is not null);
    }

    /// <summary>Whether a struct has more than one constructor that a single argument might be meant for.</summary>
    public static bool HasRivals(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.InstanceConstructors.Count(static constructor => constructor.Parameters.Length > 0) > 1;

    private static bool IsReachable(IMethodSymbol constructor, IMethodSymbol method) =>
        constructor.DeclaredAccessibility == Accessibility.Public
        || (constructor.DeclaredAccessibility == Accessibility.Internal
            && (SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, method.ContainingAssembly)
                || constructor.ContainingAssembly.GivesAccessTo(method.ContainingAssembly)));
}
