using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads what an operation returns.</summary>
internal static class ResultReader
{
    /// <summary>The result's type, fully qualified; null when it cannot hold the result register.</summary>
    public static string? Read(IMethodSymbol method, NameScope names, ProblemReporter problems)
    {
        if (method.RefKind != RefKind.None)
        {
            problems.AtType(method, ProblemKind.UnsupportedResultType, method.Name, "returns a reference, but a hypercall returns a register; remove 'ref'");
            return null;
        }

        if (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Int64 || IsWrapperOfLong(method.ReturnType))
        {
            return names.NameOf(method.ReturnType);
        }

        if (method.ReturnType.TypeKind != TypeKind.Error)
        {
            problems.AtType(
                method, ProblemKind.UnsupportedResultType, method.ReturnType.ToDisplayString(),
                "cannot hold the whole result register; return XenResult, long, void, or a struct with a constructor that takes a long");
        }

        return null;
    }

    private static bool IsWrapperOfLong(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false } wrapper
        && wrapper.InstanceConstructors.Any(static constructor =>
            constructor.Parameters is [{ RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int64 }]
            && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal);
}
