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
        ArgumentSlot? slot = !context.Conduit.CopiesArguments ? null : new ArgumentSlot(
            Signature.Local("slot", operation),
            $"&{argument}",
            hypercall.Envelope is null ? operation.StructName! : operation.ArgumentName,
            IsWritten: operation.Arguments.Any(IsWritten));
        string address = slot?.Address ?? $"(nuint)(&{argument})";
        string trap = TrapCall.Of(operation, hypercall, hypercall.IsBatched ? [address, "1"] : [address]);
        WriteCall(writer, operation, hypercall, argument, slot, trap);
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

    private static bool IsWritten(ParameterDeclaration parameter) => parameter.Direction != Direction.In;

    private static void WriteCall(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, string argument, ArgumentSlot? slot, string trap)
    {
        if (slot is null && !operation.Arguments.Any(IsWritten))
        {
            TrapCall.WriteReturn(writer, operation, TrapCall.Result(operation, trap));
            return;
        }

        string result = Signature.Local("result", operation);
        if (slot is null)
        {
            writer.Line($"nint {result} = {trap};");
        }
        else
        {
            ArgumentSlot.WriteCall(writer, [slot], result, trap);
        }

        foreach (ParameterDeclaration parameter in operation.Arguments.Where(IsWritten))
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
