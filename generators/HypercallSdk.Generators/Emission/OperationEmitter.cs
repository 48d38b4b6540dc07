using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes an operation's trampolines.</summary>
internal static class OperationEmitter
{
    /// <summary>Writes the trampoline, for a batched hypercall the one that takes an array, and those that take spans.</summary>
    public static void Write(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, EmissionContext context)
    {
        writer.Lines(AvailabilityText.Documented(operation, context.Conduit.RemarkOn(operation.Returned)));
        if (context.Corlib.HasAggressiveInlining)
        {
            // Into the caller: what remains of a trampoline is stores and a call, as where C fills the struct in place.
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        }

        if (operation.Struct is null && hypercall.Envelope is null)
        {
            RegisterTrampoline.Write(writer, operation, hypercall, context);
        }
        else
        {
            StructTrampoline.Write(writer, operation, hypercall, context);
        }

        if (hypercall.IsBatched)
        {
            WriteBatch(writer.Line(), operation, hypercall);
        }

        SpanOverload.Write(writer, operation, hypercall, context);
    }

    private static void WriteBatch(SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall) => writer
        .Line($"/// <summary><c>{operation.CName}</c> for a whole array; each element has its own outcome.</summary>")
        .Line("/// <param name=\"operations\">The operations; the hypervisor writes their outcomes into them.</param>")
        .Line("/// <param name=\"count\">How many.</param>")
        .Line($"public static {operation.Result} {operation.Method}({operation.StructName}* operations, uint count) =>")
        .Continued(TrapCall.Result(operation, TrapCall.Of(operation, hypercall, ["(nuint)operations", "count"])) + ";");
}
