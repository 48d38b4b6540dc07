using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Whether an operation's parameters, each sound by itself, can be passed together.</summary>
internal static class OperationArguments
{
    /// <summary>Whether they can.</summary>
    public static bool AreSound(
        IMethodSymbol method, AttributeData attribute, string? tag, HypercallHead head,
        IReadOnlyList<ParameterDeclaration> parameters, NameScope names, ProblemReporter problems)
    {
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
            return EnvelopeArguments.Fit(method, attribute, tag, envelope, parameters, problems)
                && RegisterCount.Suffices(method, head, head.Number is not null && envelope.Command is not null, hasStruct: true, parameters.Count, problems);
        }

        bool hasCommand = head.Number is not null && attribute.Number() is not null;
        return RegisterCount.Suffices(method, head, hasCommand, tag is not null, parameters.Count, problems)
            && TagReader.TryRead(method, [.. parameters.Select(static parameter => parameter.Field)], names, problems);
    }

    /// <summary>Whether a struct of the parameters has a byte: C# has no empty structs.</summary>
    private static bool HasFields(IReadOnlyList<ParameterDeclaration> parameters)
    {
        RecordType type = new(FieldDeclaration.AbiFieldsOf(
            parameters.Where(static parameter => !parameter.IsInEnvelope).Select(static parameter => parameter.Field)));
        return DataModel.All.All(model => type.SizeIn(model) > 0);
    }
}
