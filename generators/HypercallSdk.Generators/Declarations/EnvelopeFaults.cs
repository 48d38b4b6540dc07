using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What can be wrong with an operation's own struct in its hypercall's envelope on one ABI.</summary>
internal static class EnvelopeFaults
{
    /// <summary>What is wrong; null when nothing is, or there is no envelope.</summary>
    public static AbiFault? Of(OperationDeclaration operation, HypercallDeclaration hypercall, DataModel model)
    {
        if (hypercall.Envelope is not { } envelope)
        {
            return null;
        }

        RecordType shared = new(FieldDeclaration.AbiFieldsOf(envelope.Fields.Select(static field => field.Field)));
        if (shared.LayoutIn(model).Misplaced.Count > 0)
        {
            return new AbiFault(ProblemKind.BadEnvelope, envelope.CName, $"has an envelope that has a mistake on {model.Name}; mend that first");
        }

        if (operation.Struct is null || envelope.Payload is not { } payload)
        {
            return null;
        }

        TypeExtent room = payload.Field.Type.ExtentIn(model);
        TypeExtent own = new RecordType(operation.Fields).ExtentIn(model);
        return own.Size <= room.Size && own.Alignment <= room.Alignment
            ? null
            : new AbiFault(
                ProblemKind.BadEnvelope, operation.Struct,
                $"has {own.Size} bytes, aligned to {own.Alignment}, on {model.Name}, and the [PayloadField] of '{envelope.CName}' has room for "
                + $"{room.Size}, aligned to {room.Alignment}; mend whichever differs from C's")
            { Argument = "Struct" };
    }
}
