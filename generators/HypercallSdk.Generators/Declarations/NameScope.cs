using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// How emitted code names a type. The file has no usings, so a type is named in full, except where the plain name means the
/// same type beyond doubt: in the interface's own namespace and the ones around it.
/// </summary>
/// <param name="home">The interface's namespace.</param>
internal sealed class NameScope(INamespaceSymbol home)
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>The shortest name that is safe.</summary>
    public string NameOf(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol pointer => NameOf(pointer.PointedAtType) + "*",
        INamedTypeSymbol { SpecialType: SpecialType.None } named when IsPlainNameSafe(named) => named.Name,
        _ => type.ToDisplayString(Qualified),
    };

    /// <summary>The shortest name of an attribute.</summary>
    public string NameOfAttribute(INamedTypeSymbol type)
    {
        const string Suffix = "Attribute";
        string name = NameOf(type);
        return name.EndsWith(Suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    private bool IsPlainNameSafe(INamedTypeSymbol type)
    {
        if (type.ContainingType is not null || type.IsGenericType || type.ContainingNamespace.IsGlobalNamespace)
        {
            return false;
        }

        string target = type.ContainingNamespace.ToDisplayString();
        INamespaceSymbol? scope = home;
        while (scope is { IsGlobalNamespace: false } && scope.ToDisplayString() != target)
        {
            if (IsTaken(scope, type.Name))
            {
                return false;
            }

            scope = scope.ContainingNamespace;
        }

        return scope is { IsGlobalNamespace: false };
    }

    /// <summary>Whether a namespace has the name, or will have it: <c>IGfn</c> would yield a class <c>Gfn</c>.</summary>
    private static bool IsTaken(INamespaceSymbol scope, string name) =>
        scope.GetMembers(name).Any() || scope.GetTypeMembers("I" + name).Any();
}
