using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Conduits;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the file of an annotated interface: its structs, its trampolines, and the instance for mocks.</summary>
internal static class DeclarationEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Write(HypercallDeclaration declaration, EmissionContext context)
    {
        IReadOnlyList<OperationDeclaration> operations =
            [.. declaration.Operations.Where(operation => LayoutChecker.HasDeclaredSize(operation, context.DataModel))];
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
        foreach (OperationDeclaration operation in operations)
        {
            OperationEmitter.Write(writer, operation, declaration, context);
            writer.Line();
        }

        WriteStructs(writer, operations, context);
        WriteTraps(writer, declaration, operations, context.Conduit, context.Corlib);
        if (declaration.IsWhole && operations.Count == declaration.Operations.Count)
        {
            DirectEmitter.Write(writer.Line(), declaration);
        }

        writer.Close();
    }

    private static void WriteStructs(
        SourceWriter writer, IReadOnlyList<OperationDeclaration> operations, EmissionContext context)
    {
        foreach (IGrouping<string?, OperationDeclaration> users in operations.GroupBy(static operation => operation.StructName))
        {
            if (users.Key is not null)
            {
                RecordLayout layout = RecordLayout.Of(users.First().Fields, context.DataModel);
                StructEmitter.Write(writer, [.. users], layout, context);
                writer.Line();
            }
        }
    }

    private static void WriteTraps(
        SourceWriter writer, HypercallDeclaration declaration, IReadOnlyList<OperationDeclaration> operations, Conduit conduit,
        GuestCorlib corlib)
    {
        IEnumerable<TrapMethod> traps = operations
            .Select(operation => new TrapMethod(
                OperationEmitter.TrapOf(operation, declaration),
                declaration.NumberOf(operation),
                OperationEmitter.RegistersOf(operation, declaration),
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
            conduit.WriteTrap(writer, trap, corlib);
        }
    }
}
