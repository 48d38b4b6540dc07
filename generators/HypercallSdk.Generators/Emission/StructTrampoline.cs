using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the trampoline of an operation whose arguments are the fields of a struct, in an envelope or by itself.</summary>
internal static class StructTrampoline
{
    /// <summary>Writes it.</summary>
    public static void Write(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, EmissionContext context)
    {
        string argument = Signature.Local("argument", operation);
        ArgumentWriter fields = new(writer, context.DataModel);
        Signature.WriteTrampoline(writer, operation).Open();
        if (hypercall.Envelope is { } envelope)
        {
            writer.Line($"{operation.ArgumentName} {argument};");
            fields.WriteEnvelope(argument, operation, envelope);
        }
        else
        {
            writer.Line($"{operation.StructName} {argument};");
            fields.WriteStruct(argument, StructPlan.OfStruct([.. operation.StructFields], context.DataModel), operation);
        }

        fields.WriteProperties();
        string address = $"(nuint)(&{argument})";
        string trap = TrapCall.Of(operation, hypercall, hypercall.IsBatched ? [address, "1"] : [address]);
        WriteCall(writer, operation, hypercall, argument, trap);
        writer.Close();
    }

    /// <summary>The envelope's fields for one operation: the payload is the operation's own struct.</summary>
    public static IReadOnlyList<FieldDeclaration> FieldsOf(OperationDeclaration operation, EnvelopeDeclaration envelope) =>
        [.. envelope.Fields.Select(field => field.Role != EnvelopeRole.Payload ? field.Field : field.Field with
        {
            Type = operation.StructName ?? string.Empty,
            SizeOwner = operation.StructName,
            Accessibility = "public",
            Content = new RecordType(operation.Fields),
        })];

    private static void WriteCall(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, string argument, string trap)
    {
        if (operation.Arguments.All(static parameter => parameter.Direction == Direction.In))
        {
            TrapCall.WriteReturn(writer, operation, TrapCall.Result(operation, trap));
            return;
        }

        string result = Signature.Local("result", operation);
        writer.Line($"nint {result} = {trap};");
        foreach (ParameterDeclaration parameter in operation.Arguments.Where(static item => item.Direction != Direction.In))
        {
            string owner = hypercall.Envelope?.Payload is { } payload && !parameter.IsInEnvelope ? $"{argument}.{payload.Name}" : argument;
            writer.Line($"{parameter.Name} = {owner}.{parameter.Name};");
        }

        if (operation.Result != "void")
        {
            TrapCall.WriteReturn(writer, operation, TrapCall.Result(operation, result));
        }
    }
}
