using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// How emitted code names a type. The file has no usings, so a type is named in full, except where the plain name means the
/// same type beyond doubt: in the interface's own namespace and the ones around it.
/// </summary>
internal sealed class NameScope
{
    private const string AttributeSuffix = "Attribute";

    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly INamespaceSymbol _home;
    private readonly INamedTypeSymbol _owner;
    private readonly HashSet<string> _nested;

    /// <param name="type">The interface, or the annotated struct.</param>
    public NameScope(INamedTypeSymbol type)
    {
        _owner = type;
        _home = type.ContainingNamespace;
        _nested = [.. NestedNamesOf(type)];
    }

    /// <summary>The shortest name that is safe.</summary>
    public string NameOf(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol pointer => NameOf(pointer.PointedAtType) + "*",
        INamedTypeSymbol { SpecialType: SpecialType.None } named when IsPlainNameSafe(named) => CSharpIdentifier.Escape(named.Name),
        _ => type.ToDisplayString(Qualified),
    };

    /// <summary>The shortest name of an attribute.</summary>
    public string NameOfAttribute(INamedTypeSymbol type)
    {
        string name = NameOf(type);
        return name.EndsWith(AttributeSuffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - AttributeSuffix.Length) : name;
    }

    /// <summary>The types inside the emitted class: within it their names hide whatever else is called so.</summary>
    private static IEnumerable<string> NestedNamesOf(INamedTypeSymbol type)
    {
        yield return OperationClashes.DirectName;
        foreach (ISymbol member in type.GetMembers())
        {
            if (type.TypeKind == TypeKind.Struct && member is INamedTypeSymbol nested)
            {
                yield return nested.Name;
            }

            if (member.Find(AttributeNames.HypercallOp) is not { } attribute)
            {
                continue;
            }

            yield return OperationDeclaration.ArgumentNameOf(member.Name);
            if (attribute.Named("Struct") is string tag)
            {
                yield return PascalCase.Of(tag);
            }
        }
    }

    private bool IsPlainNameSafe(INamedTypeSymbol type)
    {
        if (type.ContainingType is { TypeKind: TypeKind.Struct } outer && !type.IsGenericType)
        {
            return SymbolEqualityComparer.Default.Equals(outer, _owner); // a further part of the struct has its nested types at hand
        }

        if (type.ContainingType is not null || type.IsGenericType || type.ContainingNamespace.IsGlobalNamespace || IsHidden(type.Name))
        {
            return false;
        }

        string target = type.ContainingNamespace.ToDisplayString();
        INamespaceSymbol? scope = _home;
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

    private bool IsHidden(string name) =>
        _nested.Contains(name)
        || (name.EndsWith(AttributeSuffix, StringComparison.Ordinal)
            && _nested.Contains(name.Substring(0, name.Length - AttributeSuffix.Length)));

    /// <summary>Whether a namespace has the name, or will have it: <c>IGfn</c> would yield a class <c>Gfn</c>.</summary>
    private static bool IsTaken(INamespaceSymbol scope, string name) =>
        scope.GetMembers(name).Any()
        || HypercallDeclaration.InterfaceNamesOf(name).Any(interfaceName => scope.GetTypeMembers(interfaceName).Any());
}
