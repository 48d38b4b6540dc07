using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What an annotated struct must be before its fields are worth a look.</summary>
internal static class RecordShape
{
    /// <summary>Whether fields can be added to the struct at all.</summary>
    public static bool IsSound(INamedTypeSymbol type, IMethodSymbol method, ProblemReporter problems, CancellationToken cancellation)
    {
        INamedTypeSymbol? closed = SelfAndOuter(type).FirstOrDefault(item => !IsPartial(item, cancellation));
        if (closed is not null)
        {
            problems.At(type, ProblemKind.NotPartial, closed.Name == type.Name ? "is not partial; write 'partial struct'" : $"lies in '{closed.Name}', which is not partial; make that partial too");
            return false;
        }

        if (Unsupported(type) is { } cause)
        {
            problems.At(type, ProblemKind.UnsupportedParameterType, cause);
            return false;
        }

        if (!RecordFields.IsSound(method) || type.GetMembers(RecordFields.MethodName).Length > 1)
        {
            problems.At(
                method, ProblemKind.StructMissing,
                "lists the struct's fields, so it is 'static partial void Fields(…)', once, without a body and without type parameters");
            return false;
        }

        return true;
    }

    /// <summary>How C# begins further parts of the types that a struct is nested in, outermost first.</summary>
    public static IEnumerable<string> OuterTypesOf(INamedTypeSymbol type) => SelfAndOuter(type)
        .Skip(1)
        .Reverse()
        .Select(static outer => $"partial {(outer.TypeKind == TypeKind.Struct ? "struct" : outer.TypeKind == TypeKind.Interface ? "interface" : "class")} {CSharpIdentifier.Escape(outer.Name)}");

    private static IEnumerable<INamedTypeSymbol> SelfAndOuter(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string? Unsupported(INamedTypeSymbol type)
    {
        if (SelfAndOuter(type).Any(static item => item.IsGenericType))
        {
            return "is generic or lies in a generic type, but an ABI is not; declare one struct for each type";
        }

        if (SelfAndOuter(type).Any(static item => item.IsRecord || item.TypeKind is not (TypeKind.Struct or TypeKind.Class)))
        {
            return "is a record or lies in one or in an interface; let it be a plain struct in a namespace, a struct or a class";
        }

        if (type.IsRefLikeType || type.IsReadOnly)
        {
            return "is a ref or readonly struct, whose fields the hypervisor could not write; remove the modifier";
        }

        if (SelfAndOuter(type).Any(static item => item.IsFileLocal))
        {
            return "is visible in its file only; make it internal or public";
        }

        return AbiTypeReader.FieldsOf(type).Any(static field => !Emitted.IsEmitted(field))
            ? "has fields beside those that its method 'Fields' lists; move them there"
            : type.GetAttributes().Any(static attribute => !Emitted.IsEmitted(attribute) && attribute.AttributeClass?.Name is "StructLayoutAttribute" or "InlineArrayAttribute")
                ? "has a layout of its own; remove the attribute, the build adds what the ABI demands"
                : null;
    }
}
