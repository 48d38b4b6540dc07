using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reading of attributes whose types the guest compiles itself.</summary>
public static class AttributeDataExtensions
{
    /// <summary>The first attribute with a metadata name; null when there is none.</summary>
    public static AttributeData? Find(this ISymbol symbol, string metadataName) => symbol.GetAttributes().Find(metadataName);

    /// <summary>The first of some attributes that has a metadata name; null when there is none.</summary>
    public static AttributeData? Find(this ImmutableArray<AttributeData> attributes, string metadataName)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && IsNamed(type, metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The first argument as an unsigned number; null when the constructor without one was taken.</summary>
    public static uint? Number(this AttributeData attribute) => attribute.Positional(0) as uint?;

    /// <summary>The position of the C name: behind the number, if there is one.</summary>
    public static int NamePosition(this AttributeData attribute) => attribute.ConstructorArguments.Length - 1;

    /// <summary>The C name; empty when the source is broken.</summary>
    public static string CName(this AttributeData attribute) => attribute.Text(attribute.NamePosition());

    /// <summary>A positional argument as text; empty when it is null or the source is broken.</summary>
    public static string Text(this AttributeData attribute, int position) =>
        attribute.Positional(position) as string ?? string.Empty;

    /// <summary>A positional argument's value; null when it is null or the source is broken.</summary>
    public static object? Positional(this AttributeData attribute, int position) =>
        ValueOf(attribute.ConstructorArguments.ElementAtOrDefault(position));

    /// <summary>A named argument's value; null when it is not written.</summary>
    public static object? Named(this AttributeData attribute, string name) =>
        ValueOf(attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value);

    /// <summary>A guest's own copy of an attribute may take anything, and an array has no single value.</summary>
    private static object? ValueOf(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Array ? null : constant.Value;

    /// <summary>Whether a type has a metadata name, whichever assembly it is of.</summary>
    public static bool IsNamed(this INamedTypeSymbol type, string metadataName)
    {
        int dot = metadataName.LastIndexOf('.');
        return type.ContainingType is null
            && metadataName.Length - dot - 1 == type.Name.Length
            && metadataName.EndsWith(type.Name, System.StringComparison.Ordinal)
            && type.ContainingNamespace?.ToDisplayString() == metadataName.Substring(0, dot);
    }
}
