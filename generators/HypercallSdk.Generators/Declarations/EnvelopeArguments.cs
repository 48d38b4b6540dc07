using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Whether an operation's number and parameters, each sound by itself, fit the envelope that its hypercall takes.</summary>
internal static class EnvelopeArguments
{
    /// <summary>Whether they do.</summary>
    public static bool Fit(
        IMethodSymbol method, AttributeData attribute, string? tag, EnvelopeDeclaration envelope,
        IReadOnlyList<ParameterDeclaration> parameters, ProblemReporter problems) =>
        HasRoomForNumber(attribute, envelope, problems)
        && HasRoomForFields(method, tag, envelope, parameters, problems)
        && AreFieldsOf(method, envelope, parameters, problems);

    /// <summary>C would cut the number to the field's width, and the hypervisor would do another operation.</summary>
    private static bool HasRoomForNumber(AttributeData attribute, EnvelopeDeclaration envelope, ProblemReporter problems)
    {
        IntegerType field = (IntegerType)envelope[EnvelopeRole.Command]!.Field.Type;
        int bits = (field.Size * 8) - (field.IsSigned ? 1 : 0);
        if (bits >= 32 || attribute.Number() is not { } number || number >> bits == 0)
        {
            return true;
        }

        problems.AtArgument(
            attribute, "0", ProblemKind.NumberTooWide, $"{number}",
            $"does not fit the [CommandField] of '{envelope.CName}', which has {bits} bits; give the number that the hypervisor knows");
        return false;
    }

    private static bool HasRoomForFields(
        IMethodSymbol method, string? tag, EnvelopeDeclaration envelope, IReadOnlyList<ParameterDeclaration> parameters, ProblemReporter problems)
    {
        bool hasOwnFields = parameters.Any(static parameter => !parameter.IsInEnvelope);
        if (hasOwnFields && envelope.Payload is null)
        {
            IParameterSymbol stranger = method.Parameters[IndexOfOwn(parameters)];
            problems.At(stranger, ProblemKind.BadEnvelope, $"is no field of '{envelope.CName}', which has no [PayloadField] for others; name one of its fields");
            return false;
        }

        if (hasOwnFields && tag is null)
        {
            problems.At(method, ProblemKind.StructMissing, "has parameters that are no fields of the envelope; set Struct to the C struct that they are the fields of");
            return false;
        }

        return true;
    }

    private static bool AreFieldsOf(
        IMethodSymbol method, EnvelopeDeclaration envelope, IReadOnlyList<ParameterDeclaration> parameters, ProblemReporter problems)
    {
        for (int index = 0; index < parameters.Count; index++)
        {
            if (parameters[index].IsInEnvelope && WhyNotThatField(parameters[index], envelope) is { } cause)
            {
                problems.AtType(method.Parameters[index], ProblemKind.BadEnvelope, parameters[index].Field.PlainName, cause);
                return false;
            }
        }

        return true;
    }

    private static int IndexOfOwn(IReadOnlyList<ParameterDeclaration> parameters)
    {
        int index = 0;
        while (parameters[index].IsInEnvelope)
        {
            index++;
        }

        return index;
    }

    private static string? WhyNotThatField(ParameterDeclaration parameter, EnvelopeDeclaration envelope)
    {
        FieldDeclaration field = envelope.Fields.First(item => item.Field.Name == parameter.Name).Field;
        return field.IsArray || field.Field.BitWidth is not null
            ? $"is an array or a bit-field in '{envelope.CName}', which no parameter can give; leave it zero"
            : field.Shape != parameter.Shape || field.Integer != parameter.Field.Integer || LastOf(field.Type) != LastOf(parameter.Type)
                ? $"has another type than the field of '{envelope.CName}' with its name; give it that type"
                : null;
    }

    /// <summary>A type's name without its namespace: the two were named in different places.</summary>
    private static string LastOf(string type) => type.Substring(type.LastIndexOf('.') + 1);
}
