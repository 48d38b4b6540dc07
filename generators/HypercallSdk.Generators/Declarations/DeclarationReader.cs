using System;
using System.Collections.Generic;
using System.Threading;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// The one reader of annotated interfaces. The generator reads without listening to problems and emits what is sound; the
/// analyzer reads the same way and reports.
/// </summary>
public static class DeclarationReader
{
    /// <summary>Whether a type is declared as a hypercall.</summary>
    public static bool IsHypercall(INamedTypeSymbol type) => type.Find(AttributeNames.Hypercall) is not null;

    /// <summary>Reads an annotated interface.</summary>
    /// <param name="type">The interface.</param>
    /// <param name="report">Receives what is wrong; null to read in silence.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What can be emitted; null when the interface as a whole cannot.</returns>
    public static HypercallDeclaration? Read(
        INamedTypeSymbol type, Action<DeclarationProblem>? report, CancellationToken cancellation)
    {
        AttributeData? attribute = type.Find(AttributeNames.Hypercall);
        if (attribute is null || attribute.ConstructorArguments.Length == 0 || type.TypeKind != TypeKind.Interface)
        {
            return null; // the compiler says what is wrong with such an attribute
        }

        ProblemReporter problems = new(report);
        if (!InterfaceShape.IsSound(type, attribute, problems, cancellation))
        {
            return null;
        }

        if (!EnvelopeReader.TryRead(type, attribute, out EnvelopeDeclaration? envelope, problems, cancellation))
        {
            return null;
        }

        NameScope names = new(type);
        HypercallHead head = new(attribute.Number(), attribute.Named("Batched") is true, envelope);
        List<OperationDeclaration> operations = [];
        bool isWhole = true;
        foreach (ISymbol member in type.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsBystander(member))
            {
                continue;
            }

            if (OperationReader.Read(member, head, names, problems, cancellation) is { } operation
                && OperationClashes.IsNew(operation, operations, (IMethodSymbol)member, envelope, problems))
            {
                operations.Add(operation);
            }
            else
            {
                isWhole = false;
            }
        }

        return new HypercallDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            head.Number,
            attribute.CName(),
            head.IsBatched,
            isWhole,
            DocComment.Of(DeclarationOf(attribute, cancellation)),
            new EquatableArray<OperationDeclaration>(operations))
        {
            Envelope = envelope,
        };
    }

    /// <summary>Whether a syntax node is the one part of a partial interface that the declaration is read from.</summary>
    internal static bool IsDeclaringPart(INamedTypeSymbol type, SyntaxNode part, CancellationToken cancellation) =>
        type.Find(AttributeNames.Hypercall) is { } attribute && DeclarationOf(attribute, cancellation) == part;

    /// <summary>An accessor is judged as its property, and a nested type is nothing that has to be implemented.</summary>
    private static bool IsBystander(ISymbol member) => member is INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null };

    private static SyntaxNode DeclarationOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference!.GetSyntax(cancellation).FirstAncestorOrSelf<InterfaceDeclarationSyntax>()
        ?? attribute.ApplicationSyntaxReference.GetSyntax(cancellation);
}
