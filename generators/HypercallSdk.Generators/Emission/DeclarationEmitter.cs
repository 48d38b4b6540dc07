using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Conduits;
using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the file of an annotated interface: its structs, its trampolines, and the instance for mocks.</summary>
internal static class DeclarationEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Write(HypercallDeclaration declaration, EmissionContext context)
    {
        IReadOnlyList<OperationDeclaration> operations =
            [.. declaration.Operations.Where(operation => AbiChecker.IsSound(operation, declaration, context.DataModel))];
        SourceWriter writer = new();
        FileHeader.Write(
            writer,
            $"{declaration.InterfaceName}: {declaration.Name}{(declaration.Number is { } number ? $", hypercall {number}" : string.Empty)}, "
            + $"on {context.DataModel.Name} through {context.Conduit.Name}.");
        if (declaration.Namespace.Length > 0)
        {
            writer.Line($"namespace {declaration.Namespace};").Line();
        }

        writer
            .Line($"/// <remarks>Call it through <see cref=\"{declaration.ClassName}\"/>; the interface is for mocks.</remarks>")
            .Line($"partial interface {CSharpIdentifier.Escape(declaration.InterfaceName)}")
            .Open()
            .Close()
            .Line();
        WriteClass(writer, declaration, operations, context);
        return writer.ToString();
    }

    private static void WriteClass(
        SourceWriter writer, HypercallDeclaration declaration, IReadOnlyList<OperationDeclaration> operations, EmissionContext context)
    {
        writer.Lines(declaration.Documentation);
        if (context.Corlib.HasSkipLocalsInit)
        {
            writer.Line("[global::System.Runtime.CompilerServices.SkipLocalsInit] // every byte that the hypervisor reads is written");
        }

        writer.Line($"{declaration.Accessibility} static unsafe class {declaration.ClassName}").Open();
        if (declaration.Envelope is { Version: { } version } envelope)
        {
            WriteVersion(writer, envelope[EnvelopeRole.Version]!, version);
        }

        foreach (OperationDeclaration operation in operations)
        {
            OperationEmitter.Write(writer, operation, declaration, context);
            writer.Line();
        }

        WriteStructs(writer, declaration, operations, context);
        WriteTraps(writer, declaration, operations, context);
        if (declaration.IsWhole && operations.Count == declaration.Operations.Count)
        {
            DirectEmitter.Write(writer.Line(), declaration);
        }

        writer.Close();
    }

    private static void WriteVersion(SourceWriter writer, FieldDeclaration field, uint version) => writer
        .Line("/// <summary>Which version of the interface is asked for. Where the hypervisor that runs has another one, say so here first.</summary>")
        .Line($"public static {CSharpType.Of(field.Integer!)} {OperationClashes.VersionName} = unchecked(({CSharpType.Of(field.Integer!)})0x{version:X});")
        .Line();

    private static void WriteStructs(
        SourceWriter writer, HypercallDeclaration declaration, IReadOnlyList<OperationDeclaration> operations, EmissionContext context)
    {
        foreach (IGrouping<string?, OperationDeclaration> users in operations.GroupBy(static operation => operation.StructName))
        {
            if (users.Key is not null)
            {
                ArgumentStructEmitter.WriteOwn(writer, [.. users], context);
                writer.Line();
            }
        }

        if (declaration.Envelope is { } envelope)
        {
            foreach (OperationDeclaration operation in operations)
            {
                ArgumentStructEmitter.WriteEnvelope(writer, operation, envelope, context);
                writer.Line();
            }
        }
    }

    private static void WriteTraps(
        SourceWriter writer, HypercallDeclaration declaration, IReadOnlyList<OperationDeclaration> operations, EmissionContext context)
    {
        IEnumerable<TrapMethod> traps = operations
            .Select(operation => new TrapMethod(
                TrapCall.MethodOf(operation, declaration),
                declaration.NumberOf(operation),
                TrapCall.RegistersOf(operation, declaration, context.DataModel),
                declaration.Conduit ?? ConduitDeclaration.Xen))
            .Distinct()
            .OrderBy(static trap => trap.Number)
            .ThenBy(static trap => trap.Arguments);
        bool isFirst = true;
        foreach (TrapMethod trap in traps)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            context.Conduit.WriteTrap(writer, trap, context.Corlib);
        }
    }
}
