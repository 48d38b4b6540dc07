using System;
using System.Collections.Generic;
using System.Threading;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// The one reader of structs with [HypercallStruct] or [HypercallUnion]. The generator reads without listening to problems and
/// emits what is sound; the analyzer reads the same way and reports.
/// </summary>
public static class RecordReader
{
    /// <summary>Reads an annotated struct.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="report">Receives what is wrong; null to read in silence.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What can be emitted; null when nothing can, or the struct stands as it is.</returns>
    public static RecordDeclaration? Read(INamedTypeSymbol type, Action<DeclarationProblem>? report, CancellationToken cancellation)
    {
        if (RecordFields.AttributeOf(type) is not { AttributeConstructor: not null } attribute || type.TypeKind != TypeKind.Struct)
        {
            return null; // the compiler says what is wrong with such an attribute
        }

        ProblemReporter problems = new(report);
        bool sound = HasSoundName(attribute, problems);
        if (RecordFields.MethodOf(type) is not { } method)
        {
            PlainRecordReader.Check(type, problems);
            return null;
        }

        sound &= RecordShape.IsSound(type, method, problems, cancellation);
        EquatableArray<FieldDeclaration>? fields = ReadFields(type, method, problems, cancellation);
        return !sound || fields is null
            ? null
            : new RecordDeclaration(
                type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
                new EquatableArray<string>(RecordShape.OuterTypesOf(type)),
                CSharpIdentifier.Escape(type.Name),
                attribute.Text(0),
                RecordFields.IsUnion(type),
                DeclaredSizes.Of(attribute),
                AvailabilityReader.AbisOf(type),
                fields.Value);
    }

    /// <summary>Whether an annotated struct stands as it is: nothing is emitted for it.</summary>
    public static bool IsPlain(INamedTypeSymbol type) => RecordFields.IsRecord(type) && RecordFields.MethodOf(type) is null;

    /// <summary>Whether a syntax node, with the attributes that it was found by, is the one part that the declaration is read from.</summary>
    internal static bool IsDeclaringPart(
        INamedTypeSymbol type, SyntaxNode part, IReadOnlyList<AttributeData> found, CancellationToken cancellation) =>
        RecordFields.AttributeOf(type) is { } attribute
        && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, found[0].AttributeClass)
        && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<StructDeclarationSyntax>() == part;

    private static bool HasSoundName(AttributeData attribute, ProblemReporter problems)
    {
        if (attribute.ConstructorArguments.Length == 0 || CIdentifier.IsValid(attribute.Text(0)))
        {
            return true;
        }

        problems.AtArgument(
            attribute, "0", ProblemKind.BadCName, attribute.Text(0),
            "is not a C name; give the struct's tag, such as \"xen_unallocated_region\"");
        return false;
    }

    /// <summary>All fields or none: what lacks a field is another struct.</summary>
    private static EquatableArray<FieldDeclaration>? ReadFields(
        INamedTypeSymbol type, IMethodSymbol method, ProblemReporter problems, CancellationToken cancellation)
    {
        bool isUnion = RecordFields.IsUnion(type);
        NameScope names = new(type);
        Dictionary<string, string> summaries = DocComment.ParametersOf(method, cancellation);
        List<FieldDeclaration> fields = [];
        bool sound = true;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            cancellation.ThrowIfCancellationRequested();
            FieldDeclaration? field = ReadField(parameter, isUnion, names, problems);
            sound &= field is not null && RecordNames.IsFree(parameter, type, problems);
            if (field is not null)
            {
                fields.Add(field with { Summary = summaries.TryGetValue(parameter.Name, out string? summary) ? summary : null });
            }
        }

        sound = sound && TagReader.TryRead(method, fields, names, problems);
        if (!sound || !IsSmallEnough(type, isUnion, fields, problems))
        {
            return null;
        }

        return new EquatableArray<FieldDeclaration>(fields);
    }

    private static FieldDeclaration? ReadField(IParameterSymbol parameter, bool isUnion, NameScope names, ProblemReporter problems)
    {
        if (parameter.RefKind != RefKind.None)
        {
            problems.At(parameter, ProblemKind.UnsupportedPassing, "is a field, which nobody passes; remove the modifier");
            return null;
        }

        return FieldReader.Read(parameter, isUnion ? FieldHome.Union : FieldHome.Struct, names, problems);
    }

    private static bool IsSmallEnough(INamedTypeSymbol type, bool isUnion, List<FieldDeclaration> fields, ProblemReporter problems)
    {
        if (RecordFields.IsSmallEnough(RecordFields.TypeOf(isUnion, FieldDeclaration.AbiFieldsOf(fields))))
        {
            return true;
        }

        problems.At(type, ProblemKind.BadArray, $"has more than {TypeBudget.MaximumSize} bytes; no hypervisor takes as many");
        return false;
    }
}
