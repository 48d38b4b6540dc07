using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// Reads annotated structs that stand as they are. Nothing is emitted for them, so it only says what is wrong: what is written by
/// hand is held to the ABI as what is emitted is.
/// </summary>
internal static class PlainRecordReader
{
    /// <summary>Reports what is wrong with the struct on every ABI.</summary>
    public static void Check(INamedTypeSymbol type, ProblemReporter problems)
    {
        if (RecordFields.IsUnion(type))
        {
            problems.At(type, ProblemKind.StructMissing, "has no members; list them as parameters of 'static partial void Fields(…)'");
        }
        else if (!AbiTypeReader.IsPlainStruct(type))
        {
            problems.At(
                type, ProblemKind.UnsupportedParameterType,
                "does not lie in memory as C's fields do; let it be a struct without type parameters and with sequential layout");
        }
        else if (ReadFields(type, problems) is { Count: 0 })
        {
            problems.At(type, ProblemKind.StructMissing, "has no fields; list those of the C struct, in order, as parameters of 'static partial void Fields(…)'");
        }
    }

    /// <summary>The fields; null when one of them has no ABI.</summary>
    public static List<AbiField>? ReadFields(INamedTypeSymbol type, ProblemReporter problems)
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
}
