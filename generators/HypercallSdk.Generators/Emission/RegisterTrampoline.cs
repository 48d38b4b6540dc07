using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the trampoline of an operation whose arguments travel in registers.</summary>
internal static class RegisterTrampoline
{
    /// <summary>What an argument register holds where a pointer has 64 bits.</summary>
    private static readonly IntegerType Register = new(8, IsSigned: false);

    /// <summary>Writes it.</summary>
    public static void Write(
        SourceWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall, EmissionContext context)
    {
        IReadOnlyList<ParameterDeclaration> copied = [.. operation.Arguments.Where(IsCopied)];
        IReadOnlyList<ParameterDeclaration> pinned = [.. operation.Arguments.Where(static parameter => parameter.IsByAddress)];
        IReadOnlyList<ArgumentSlot> slots = context.Conduit.CopiesArguments ? [.. pinned.Select(parameter => SlotOf(parameter, operation))] : [];
        IReadOnlyList<string> registers = [.. operation.Parameters.SelectMany(parameter => InRegisters(
            parameter,
            parameter.IsByAddress ? AddressOf(parameter, operation, context) : copied.Contains(parameter) ? CopyOf(parameter, operation) : parameter.Name,
            context.DataModel))];
        IEnumerable<string> arguments = registers.Count == 0 && TrapCall.HasNullArgument(operation, hypercall) ? ["0"] : registers;
        string trap = TrapCall.Of(operation, hypercall, arguments);
        string value = TrapCall.Result(operation, trap);
        if (copied.Count == 0 && pinned.Count == 0)
        {
            Signature.WriteTrampoline(writer, operation, " =>").Continued($"{value};");
            return;
        }

        Signature.WriteTrampoline(writer, operation).Open();
        foreach (ParameterDeclaration parameter in copied)
        {
            writer.Line($"{parameter.Type} {CopyOf(parameter, operation)} = {parameter.Name};"); // an in parameter has no fixed address
        }

        WritePinned(writer, operation, pinned);
        if (slots.Count > 0)
        {
            string result = Signature.Local("result", operation);
            ArgumentSlot.WriteCall(writer, slots, result, trap);
            value = TrapCall.Result(operation, result);
        }

        TrapCall.WriteReturn(writer, operation, value);
        if (pinned.Count > 0)
        {
            writer.Close();
        }

        writer.Close();
    }

    /// <summary>Writes the opening of the statement within which what goes by its address has one.</summary>
    private static void WritePinned(SourceWriter writer, OperationDeclaration operation, IReadOnlyList<ParameterDeclaration> pinned)
    {
        foreach (ParameterDeclaration status in pinned.Where(IsStatus))
        {
            writer.Line($"{status.Name} = ({status.Type})(-1);"); // it must not read as success if nobody writes it
        }

        for (int index = 0; index < pinned.Count; index++)
        {
            writer.Line($"fixed ({pinned[index].Type}* {PointerTo(pinned[index], operation)} = &{pinned[index].Name})");
        }

        if (pinned.Count > 0)
        {
            writer.Open();
        }
    }

    /// <summary>A signed integer that only the hypervisor writes.</summary>
    private static bool IsStatus(ParameterDeclaration parameter) =>
        parameter is { Direction: Direction.Out, Shape: ValueShape.Integer, Field.Integer.IsSigned: true };

    /// <summary>A value in its register, or in the two that it takes on a 32-bit ABI, the low half first.</summary>
    private static IEnumerable<string> InRegisters(ParameterDeclaration parameter, string name, DataModel model)
    {
        if (parameter.Field.IsHidden)
        {
            return Enumerable.Repeat("0", RegisterFaults.CountOf(parameter, model)); // what comes behind it keeps its register
        }

        if (parameter.IsByAddress || parameter.Shape == ValueShape.Pointer)
        {
            return [$"(nuint){name}"];
        }

        if (parameter.Shape == ValueShape.Native)
        {
            return [$"unchecked((nuint){name})"];
        }

        if (parameter.Shape == ValueShape.Boolean)
        {
            return [$"{name} ? (nuint)1 : (nuint)0"];
        }

        IntegerType type = parameter.Field.Integer!;
        string value = parameter.Shape == ValueShape.Wrapper ? $"(*({CSharpType.Of(type)}*)&{name})" : name;
        return RegisterFaults.CountOf(parameter, model) == 2
            ? [$"(nuint)unchecked((uint){value})", $"(nuint)unchecked((uint)((ulong){value} >> 32))"]
            : [CSharpType.Convert(type, Register, "nuint", value)];
    }

    /// <summary>A wrapper is read through its address, which an in parameter does not have.</summary>
    private static bool IsCopied(ParameterDeclaration parameter) =>
        parameter is { Shape: ValueShape.Wrapper, IsByAddress: false } && parameter.Modifier.Length > 0;

    private static string CopyOf(ParameterDeclaration parameter, OperationDeclaration operation) =>
        Signature.Local(parameter.Field.PlainName + "_", operation);

    private static string AddressOf(ParameterDeclaration parameter, OperationDeclaration operation, EmissionContext context) =>
        context.Conduit.CopiesArguments ? SlotOf(parameter, operation).Address : PointerTo(parameter, operation);

    private static ArgumentSlot SlotOf(ParameterDeclaration parameter, OperationDeclaration operation) => new(
        Signature.Local(parameter.Field.PlainName + "Slot", operation),
        PointerTo(parameter, operation),
        parameter.Type,
        IsWritten: parameter.Direction != Direction.In);

    private static string PointerTo(ParameterDeclaration parameter, OperationDeclaration operation) =>
        Signature.Local(parameter.Field.PlainName + "Pointer", operation);
}
