using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the structs that trampolines fill.</summary>
internal static class ArgumentStructEmitter
{
    /// <summary>Writes the struct of operations that take the same one.</summary>
    public static void WriteOwn(SourceWriter writer, IReadOnlyList<OperationDeclaration> users, EmissionContext context)
    {
        OperationDeclaration first = users[0];
        string names = string.Join(", ", users.Select(static operation => $"<c>{operation.CName}</c>"));
        Write(
            writer, first.StructName!, StructPlan.OfStruct([.. first.StructFields], context.DataModel),
            $"The argument of {names}: <c>struct {first.Struct}</c>", context);
    }

    /// <summary>Writes an operation's envelope.</summary>
    public static void WriteEnvelope(
        SourceWriter writer, OperationDeclaration operation, EnvelopeDeclaration envelope, EmissionContext context) => Write(
            writer, operation.ArgumentName, StructPlan.OfStruct(StructTrampoline.FieldsOf(operation, envelope), context.DataModel),
            $"<c>struct {envelope.CName}</c> as <c>{operation.CName}</c> has it", context);

    private static void Write(SourceWriter writer, string name, StructPlan plan, string summary, EmissionContext context)
    {
        writer
            .Line("/// <summary>")
            .Line($"/// {summary},")
            .Line($"/// {plan.Layout.Size} bytes, aligned to {plan.Layout.Alignment} ({context.DataModel.Name}).")
            .Line("/// </summary>");
        StructEmitter.WriteLayoutAttribute(writer, context);
        writer.Line($"public struct {name}").Open();
        new StructEmitter(writer, name, plan, context).WriteMembers();
        writer.Close();
    }
}
