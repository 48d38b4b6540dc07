using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What an annotated interface must be before its methods are worth a look.</summary>
internal static class InterfaceShape
{
    /// <summary>Whether something can be emitted for the interface at all.</summary>
    public static bool IsSound(
        INamedTypeSymbol type, AttributeData attribute, ProblemReporter problems, CancellationToken cancellation)
    {
        bool sound = true;
        if (!IsPartial(type, cancellation))
        {
            problems.At(type, ProblemKind.NotPartial, "is not partial; write 'partial interface'");
            sound = false;
        }

        if (Unsupported(type) is { } cause)
        {
            problems.At(type, ProblemKind.UnsupportedInterface, cause);
            sound = false;
        }

        if (!CIdentifier.IsValid(attribute.CName()))
        {
            problems.AtArgument(
                attribute, $"{attribute.NamePosition()}", ProblemKind.BadCName, attribute.CName(),
                "is not a C name; give the hypercall's name without its prefix, such as \"memory_op\"");
            sound = false;
        }

        sound &= NumberWidth.IsPossible(attribute, problems) & AvailabilityReader.Read(type, problems) is not null;
        if (NameClash(type) is { } clash)
        {
            problems.At(type, ProblemKind.NameClash, clash);
            sound = false;
        }

        return sound;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is InterfaceDeclarationSyntax syntax
            && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string? Unsupported(INamedTypeSymbol type)
    {
        if (type.IsGenericType)
        {
            return "is generic, but an ABI is not; declare one interface a hypercall";
        }

        if (type.ContainingType is not null)
        {
            return "is nested in a type; move it to a namespace";
        }

        if (type.Interfaces.Length > 0)
        {
            return "extends another interface; declare each hypercall on its own";
        }

        return type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && !type.IsFileLocal
            ? null
            : "is visible in its file only; make it internal or public";
    }

    private static string? NameClash(INamedTypeSymbol type)
    {
        string className = HypercallDeclaration.ClassNameOf(type.Name);
        if (type.ContainingNamespace.GetMembers(className).Any(IsWrittenByHand))
        {
            return $"yields the class '{className}', but the namespace has such a name already; rename one of them";
        }

        // Both are told, and neither is emitted: whichever came first would decide otherwise.
        INamedTypeSymbol? rival = HypercallDeclaration.InterfaceNamesOf(className)
            .SelectMany(name => type.ContainingNamespace.GetTypeMembers(name))
            .FirstOrDefault(other => other.Name != type.Name && other.Find(AttributeNames.Hypercall) is not null);
        return rival is null ? null : $"yields the class '{className}', and so does '{rival.Name}'; rename one of them";
    }

    private static bool IsWrittenByHand(ISymbol other) =>
        other is not INamedTypeSymbol type || (type.Arity == 0 && type.DeclaringSyntaxReferences.Length > 0 && !Emitted.IsEmitted(type));
}
