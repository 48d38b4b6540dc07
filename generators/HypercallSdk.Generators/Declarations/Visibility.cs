using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Who may see a type: emitted members of the type may be seen by no more.</summary>
internal static class Visibility
{
    /// <summary><c>public</c>, <c>internal</c> or <c>private</c>.</summary>
    public static string Of(ITypeSymbol type)
    {
        string narrowest = "public";
        ITypeSymbol? current = type is IPointerTypeSymbol pointer ? pointer.PointedAtType : type;
        while (current is IPointerTypeSymbol inner)
        {
            current = inner.PointedAtType;
        }

        for (; current is INamedTypeSymbol; current = current.ContainingType)
        {
            switch (current.DeclaredAccessibility)
            {
                case Accessibility.Public or Accessibility.NotApplicable:
                    break;
                case Accessibility.Internal or Accessibility.ProtectedOrInternal:
                    narrowest = "internal";
                    break;
                default:
                    return "private";
            }
        }

        return narrowest;
    }
}
