using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Whether an operation's parameters, each sound by itself, can be passed together.</summary>
internal static class OperationArguments
{
    /// <summary>The registers of every Xen ABI, the command's included.</summary>
    private const int Registers = 5;

    /// <summary>Whether they can.</summary>
    public static bool AreSound(
        IMethodSymbol method, AttributeData attribute, string? tag, HypercallHead head,
        IReadOnlyList<ParameterDeclaration> parameters, ProblemReporter problems)
    {
        bool hasOwnFields = parameters.Any(static parameter => !parameter.IsInEnvelope);
        if (tag is null && head.IsBatched)
        {
            problems.At(method, ProblemKind.StructMissing, "has no struct, but its hypercall takes an array of structs; set Struct");
            return false;
        }

        if (tag is not null && !HasFields(parameters))
        {
            problems.AtArgument(
                attribute, "Struct", ProblemKind.StructMissing, tag,
                "has no fields; the method's parameters are the struct's fields, in order");
            return false;
        }

        if (head.Envelope is { } envelope)
        {
            return FitsEnvelope(method, tag, hasOwnFields, envelope, parameters, problems);
        }

        int command = head.Number is not null && attribute.Number() is not null ? 1 : 0;
        if (tag is null && command + parameters.Count > Registers && method.ContainingType.Find(AttributeNames.HypercallConduit) is null)
        {
            problems.At(
                method, ProblemKind.TooManyRegisters,
                $"has {parameters.Count} register arguments, but {(command == 0 ? "there are" : "beside the command there are")} "
                + $"{Registers - command} registers; set Struct if they are a struct's fields");
            return false;
        }

        return TagReader.TryRead(method, [.. parameters.Select(static parameter => parameter.Field)], new NameScope(method.ContainingType), problems);
    }

    /// <summary>Whether a struct of the parameters has a byte: C# has no empty structs.</summary>
    private static bool HasFields(IReadOnlyList<ParameterDeclaration> parameters)
    {
        RecordType type = new(FieldDeclaration.AbiFieldsOf(
            parameters.Where(static parameter => !parameter.IsInEnvelope).Select(static parameter => parameter.Field)));
        return DataModel.All.All(model => type.SizeIn(model) > 0);
    }

    private static bool FitsEnvelope(
        IMethodSymbol method, string? tag, bool hasOwnFields, EnvelopeDeclaration envelope,
        IReadOnlyList<ParameterDeclaration> parameters, ProblemReporter problems)
    {
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
