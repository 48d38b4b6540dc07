using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes an operation's trampoline.</summary>
internal static class OperationEmitter
{
    /// <summary>How long a line may be before its parameters get lines of their own.</summary>
    private const int MaximumWidth = 112;

    /// <summary>Writes the trampoline, and for a batched hypercall the one that takes an array as well.</summary>
    public static void Write(SourceWriter writer, OperationDeclaration operation, bool isBatched, EmissionContext context)
    {
        WriteSignature(writer.Lines(operation.Documentation), $"public static {operation.Result} {operation.Method}", operation);
        writer.Open();
        if (operation.Struct is null)
        {
            WriteRegisters(writer, operation);
        }
        else
        {
            WriteStruct(writer, operation, isBatched, context);
        }

        writer.Close();
        if (isBatched)
        {
            WriteBatch(writer.Line(), operation);
        }
    }

    /// <summary>How many argument registers an operation uses, the command's included.</summary>
    public static int RegistersOf(OperationDeclaration operation, bool isBatched) => operation switch
    {
        { Struct: not null } => isBatched ? 3 : 2,
        { Parameters.Count: 0 } => 2, // C passes a null pointer where there is no argument
        _ => 1 + operation.Parameters.Count,
    };

    /// <summary>Writes a method's head with the parameters as the interface has them, on one line if they fit.</summary>
    public static void WriteSignature(SourceWriter writer, string head, OperationDeclaration operation, string tail = "")
    {
        IReadOnlyList<string> parameters = [.. operation.Parameters.Select(static parameter =>
            $"{(parameter.MapTarget is { } target ? $"[{target}] " : string.Empty)}{Modifier(parameter)}{parameter.Type} {parameter.Name}")];
        string line = $"{head}({string.Join(", ", parameters)}){tail}";
        if (line.Length <= MaximumWidth)
        {
            writer.Line(line);
            return;
        }

        writer.Line(head + "(");
        for (int index = 0; index < parameters.Count; index++)
        {
            writer.Continued(parameters[index] + (index < parameters.Count - 1 ? "," : ")" + tail));
        }
    }

    /// <summary>The arguments that pass the parameters on.</summary>
    public static string ArgumentList(OperationDeclaration operation) =>
        string.Join(", ", operation.Parameters.Select(static parameter => Modifier(parameter) + parameter.Name));

    private static string Modifier(ParameterDeclaration parameter) => parameter.Direction switch
    {
        Direction.Out => "out ",
        Direction.InOut => "ref ",
        _ => string.Empty,
    };

    private static void WriteRegisters(SourceWriter writer, OperationDeclaration operation)
    {
        IEnumerable<string> arguments = operation.Parameters.Count == 0
            ? ["0"]
            : operation.Parameters.Select(static parameter => parameter.Shape == ParameterShape.Wrapper
                ? $"(nuint)(*({CSharpType.OfSize(parameter.AbiType.SizeIn(DataModel.Arm64))}*)&{parameter.Name})"
                : $"(nuint){parameter.Name}");
        WriteReturn(writer, operation, $"Trap({operation.Number}, {string.Join(", ", arguments)})");
    }

    private static void WriteStruct(SourceWriter writer, OperationDeclaration operation, bool isBatched, EmissionContext context)
    {
        string argument = Local("argument", operation);
        RecordLayout layout = RecordLayout.Of(operation.Fields, context.DataModel);
        writer.Line($"{operation.StructName} {argument};");
        foreach (FieldSlot slot in layout.Slots)
        {
            writer.Line(slot.IsPadding
                ? $"{argument}.{StructEmitter.PaddingPrefix}{slot.Offset} = 0;"
                : $"{argument}.{operation.Parameters[slot.Field].Name} = {InitialValue(operation.Parameters[slot.Field])};");
        }

        string trap = $"Trap({operation.Number}, (nuint)(&{argument}){(isBatched ? ", 1" : string.Empty)})";
        if (operation.Parameters.All(static parameter => parameter.Direction == Direction.In))
        {
            WriteReturn(writer, operation, trap);
            return;
        }

        string result = Local("result", operation);
        writer.Line($"nint {result} = {trap};");
        foreach (ParameterDeclaration parameter in operation.Parameters.Where(static item => item.Direction != Direction.In))
        {
            writer.Line($"{parameter.Name} = {CastTo(parameter)}{argument}.{parameter.Name};");
        }

        WriteReturn(writer, operation, result);
    }

    private static void WriteReturn(SourceWriter writer, OperationDeclaration operation, string value) => writer.Line(operation.Result switch
    {
        "void" => $"{value};",
        "long" => $"return {value};",
        _ => $"return new {operation.Result}({value});",
    });

    private static void WriteBatch(SourceWriter writer, OperationDeclaration operation)
    {
        writer
            .Line($"/// <summary><c>{operation.CName}</c> for a whole array; each element has its own outcome.</summary>")
            .Line("/// <param name=\"operations\">The operations; the hypervisor writes their outcomes into them.</param>")
            .Line("/// <param name=\"count\">How many.</param>")
            .Line($"public static {operation.Result} {operation.Method}({operation.StructName}* operations, uint count)")
            .Open();
        WriteReturn(writer, operation, $"Trap({operation.Number}, (nuint)operations, count)");
        writer.Close();
    }

    /// <summary>
    /// What a field holds before the trap. A signed field that only the hypervisor writes is a status: it starts as -1, so
    /// that one that was never written does not read as success.
    /// </summary>
    private static string InitialValue(ParameterDeclaration parameter) => parameter switch
    {
        { Direction: Direction.Out, Shape: ParameterShape.Integer, StoredType: IntegerType { IsSigned: true } } =>
            $"({StructEmitter.TypeOf(parameter)})(-1)",
        { Direction: Direction.Out } => "default",
        { StoredAs: { } stored } => $"({CSharpType.Of(stored)}){parameter.Name}",
        _ => parameter.Name,
    };

    private static string CastTo(ParameterDeclaration parameter) =>
        parameter.StoredAs is null ? string.Empty : $"({parameter.Type})";

    /// <summary>A local's name that no parameter has.</summary>
    private static string Local(string name, OperationDeclaration operation)
    {
        while (operation.Parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }
}
