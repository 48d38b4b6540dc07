using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// The one reader of structs with [HypercallStruct]. Nothing is emitted for them, so it only says what is wrong: what is
/// written by hand is held to the ABI as what is emitted is.
/// </summary>
public static class RecordReader
{
    /// <summary>Reports what is wrong with an annotated struct.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="model">The ABI's widths.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(INamedTypeSymbol type, DataModel model, Action<DeclarationProblem> report)
    {
        if (type.Find(AttributeNames.HypercallStruct) is not { ConstructorArguments.Length: 1 } attribute || type.TypeKind != TypeKind.Struct)
        {
            return; // the compiler says what is wrong with such an attribute
        }

        ProblemReporter problems = new(report);
        if (!CIdentifier.IsValid(attribute.Text(0)))
        {
            problems.AtArgument(
                attribute, "0", ProblemKind.BadCName, attribute.Text(0),
                "is not a C name; give the struct's tag, such as \"xen_unallocated_region\"");
        }

        if (!AbiTypeReader.IsPlainStruct(type))
        {
            problems.At(
                type, ProblemKind.UnsupportedParameterType,
                "does not lie in memory as C's fields do; let it be a struct without type parameters and with sequential layout");
        }
        else if (ReadFields(type, problems) is { } fields)
        {
            CheckFields(type, attribute, fields, model, problems);
        }
    }

    private static List<AbiField>? ReadFields(INamedTypeSymbol type, ProblemReporter problems)
    {
        List<AbiField> fields = [];
        bool sound = true;
        foreach (IFieldSymbol field in AbiTypeReader.FieldsOf(type))
        {
            string cName = field.Find(AttributeNames.CName)?.Text(0) ?? field.AssociatedSymbol?.Name ?? field.Name;
            if (!cName.Split('.').All(CIdentifier.IsValid))
            {
                problems.At(
                    field, ProblemKind.BadCName, $"has the C name '{cName}', which is none; use letters, digits and underscores");
                sound = false;
            }

            if (AbiTypeReader.Read(field) is { } fieldType)
            {
                fields.Add(new AbiField(cName, fieldType));
            }
            else
            {
                ReportType(field, problems);
                sound = false;
            }
        }

        return sound ? fields : null;
    }

    private static void ReportType(IFieldSymbol field, ProblemReporter problems)
    {
        if (AbiTypeReader.WhyNone(field.Type) is { } cause)
        {
            problems.AtType(field, ProblemKind.UnsupportedParameterType, field.Type.ToDisplayString(), cause);
        }
    }

    private static void CheckFields(
        INamedTypeSymbol type, AttributeData attribute, List<AbiField> fields, DataModel model, ProblemReporter problems)
    {
        if (fields.Count == 0)
        {
            problems.At(type, ProblemKind.StructMissing, "has no fields; declare those of the C struct, in order");
            return;
        }

        uint declared = attribute.Named("Size") is uint size ? size : 0;
        LayoutChecker.Report(attribute, attribute.Text(0), fields, declared, model, problems);
    }
}
