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

    /// <summary>What an argument register holds where a pointer has 64 bits.</summary>
    private static readonly IntegerType Register = new(8, IsSigned: false);

    /// <summary>Writes the trampoline, and for a batched hypercall the one that takes an array as well.</summary>
    public static void Write(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, EmissionContext context)
    {
        writer.Lines(operation.Documentation);
        if (operation.Struct is null)
        {
            WriteRegisters(writer, operation, hypercall, context);
        }
        else
        {
            WriteStruct(writer, operation, hypercall, context);
        }

        if (hypercall.IsBatched)
        {
            WriteBatch(writer.Line(), operation, hypercall);
        }
    }

    /// <summary>How many argument registers an operation uses, the command's included.</summary>
    public static int RegistersOf(OperationDeclaration operation, HypercallDeclaration hypercall)
    {
        int command = hypercall.HasCommand(operation) ? 1 : 0;
        return operation switch
        {
            { Struct: not null } => command + (hypercall.IsBatched ? 2 : 1),
            { Parameters.Count: 0 } => HasNullArgument(operation, hypercall) ? 2 : command,
            _ => command + operation.Parameters.Count,
        };
    }

    /// <summary>The name of the method that traps: one for the hypercall, or one for each operation that is a hypercall.</summary>
    public static string TrapOf(OperationDeclaration operation, HypercallDeclaration hypercall) =>
        TrapNames.Of(hypercall.Number, operation.Number);

    /// <summary>Writes a method's head with the parameters as the interface has them, on one line if they fit.</summary>
    public static void WriteSignature(SourceWriter writer, string head, OperationDeclaration operation, string tail = "")
    {
        IReadOnlyList<string> parameters = [.. operation.Parameters.Select(static parameter =>
            $"{(parameter.MapTarget is { } target ? $"[{target}] " : string.Empty)}{parameter.Modifier}{parameter.Type} {parameter.Name}")];
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
        string.Join(", ", operation.Parameters.Select(static parameter => parameter.Direction == Direction.In && parameter.Modifier.Length > 0
            ? "in " + parameter.Name
            : parameter.Modifier + parameter.Name));

    /// <summary>Xen's callers pass a null pointer where a command has no argument.</summary>
    private static bool HasNullArgument(OperationDeclaration operation, HypercallDeclaration hypercall) =>
        hypercall.Conduit is null && hypercall.HasCommand(operation);

    private static void WriteRegisters(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, EmissionContext context)
    {
        IReadOnlyList<ParameterDeclaration> copied = [.. operation.Parameters.Where(static parameter =>
            parameter.Shape == ParameterShape.Wrapper && parameter.Modifier.Length > 0)];
        IEnumerable<string> arguments = operation.Parameters.Count == 0
            ? HasNullArgument(operation, hypercall) ? ["0"] : []
            : operation.Parameters.Select(parameter => InRegister(
                parameter, copied.Contains(parameter) ? CopyOf(parameter, operation) : parameter.Name, context));
        string value = Converted(operation, Trap(operation, hypercall, arguments));
        if (copied.Count == 0)
        {
            WriteExpression(writer, operation, value);
            return;
        }

        WriteHead(writer, operation).Open();
        foreach (ParameterDeclaration parameter in copied)
        {
            writer.Line($"{parameter.Type} {CopyOf(parameter, operation)} = {parameter.Name};"); // an in parameter has no fixed address
        }

        WriteReturn(writer, operation, value).Close();
    }

    private static string InRegister(ParameterDeclaration parameter, string name, EmissionContext context)
    {
        if (parameter.Shape == ParameterShape.Pointer)
        {
            return $"(nuint){name}";
        }

        IntegerType type = parameter.AbiType as IntegerType
            ?? new IntegerType(parameter.AbiType.SizeIn(context.DataModel), IsSigned: false);
        string value = parameter.Shape == ParameterShape.Wrapper ? $"(*({CSharpType.Of(type)}*)&{name})" : name;
        return CSharpType.Convert(type, Register, "nuint", value);
    }

    private static void WriteStruct(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, EmissionContext context)
    {
        string argument = Local("argument", operation);
        WriteHead(writer, operation).Open().Line($"{operation.StructName} {argument};");
        foreach (FieldSlot slot in RecordLayout.Of(operation.Fields, context.DataModel).Slots)
        {
            writer.Line(slot.IsPadding
                ? $"{argument}.{StructEmitter.PaddingPrefix}{slot.Offset} = 0;"
                : Initialization(argument, operation.Parameters[slot.Field]));
        }

        string address = $"(nuint)(&{argument})";
        string trap = Trap(operation, hypercall, hypercall.IsBatched ? [address, "1"] : [address]);
        if (operation.Parameters.All(static parameter => parameter.Direction == Direction.In))
        {
            WriteReturn(writer, operation, Converted(operation, trap)).Close();
            return;
        }

        string result = Local("result", operation);
        writer.Line($"nint {result} = {trap};");
        foreach (ParameterDeclaration parameter in operation.Parameters.Where(static item => item.Direction != Direction.In))
        {
            writer.Line($"{parameter.Name} = {Loaded(parameter, $"{argument}.{parameter.Name}")};");
        }

        if (operation.Result != "void")
        {
            WriteReturn(writer, operation, Converted(operation, result));
        }

        writer.Close();
    }

    private static void WriteBatch(SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall) => writer
        .Line($"/// <summary><c>{operation.CName}</c> for a whole array; each element has its own outcome.</summary>")
        .Line("/// <param name=\"operations\">The operations; the hypervisor writes their outcomes into them.</param>")
        .Line("/// <param name=\"count\">How many.</param>")
        .Line($"public static {operation.Result} {operation.Method}({operation.StructName}* operations, uint count) =>")
        .Continued(Converted(operation, Trap(operation, hypercall, ["(nuint)operations", "count"])) + ";");

    /// <summary>The call that traps: the command, if there is one, and the other registers.</summary>
    private static string Trap(OperationDeclaration operation, HypercallDeclaration hypercall, IEnumerable<string> arguments)
    {
        IEnumerable<string> command = hypercall.HasCommand(operation) ? [$"{operation.Number}"] : [];
        return $"{TrapOf(operation, hypercall)}({string.Join(", ", command.Concat(arguments))})";
    }

    private static SourceWriter WriteHead(SourceWriter writer, OperationDeclaration operation, string tail = "")
    {
        WriteSignature(writer, $"public static {operation.Result} {operation.Method}", operation, tail);
        return writer;
    }

    private static void WriteExpression(SourceWriter writer, OperationDeclaration operation, string value) =>
        WriteHead(writer, operation, " =>").Continued($"{value};");

    private static SourceWriter WriteReturn(SourceWriter writer, OperationDeclaration operation, string value) =>
        writer.Line(operation.Result == "void" ? $"{value};" : $"return {value};");

    private static string Converted(OperationDeclaration operation, string value) => ResultEmitter.Converted(operation.Returned, value);

    /// <summary>
    /// What a field holds before the trap. A signed field that only the hypervisor writes is a status: it starts as -1, so
    /// that one that was never written does not read as success.
    /// </summary>
    private static string Initialization(string argument, ParameterDeclaration parameter)
    {
        string field = $"{argument}.{parameter.Name}";
        if (parameter is { Direction: Direction.Out, StoredType: IntegerType { IsSigned: true } status })
        {
            return parameter.Shape == ParameterShape.Wrapper
                ? $"*({CSharpType.Of(status)}*)&{field} = -1;"
                : $"{field} = ({StructEmitter.TypeOf(parameter)})(-1);";
        }

        return $"{field} = {(parameter.Direction == Direction.Out ? "default" : Stored(parameter))};";
    }

    private static string Stored(ParameterDeclaration parameter) =>
        parameter is { StoredAs: { } stored, AbiType: IntegerType type }
            ? CSharpType.Convert(type, stored, CSharpType.Of(stored), parameter.Name)
            : parameter.Name;

    private static string Loaded(ParameterDeclaration parameter, string field) =>
        parameter is { StoredAs: { } stored, AbiType: IntegerType type }
            ? CSharpType.Convert(stored, type, parameter.Type, field)
            : field;

    private static string CopyOf(ParameterDeclaration parameter, OperationDeclaration operation) =>
        Local(parameter.Name.TrimStart('@') + "_", operation);

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
