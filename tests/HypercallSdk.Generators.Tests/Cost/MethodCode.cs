using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace HypercallSdk.Generators.Tests.Cost;

/// <summary>Reads what the C# compiler made of a method.</summary>
internal static class MethodCode
{
    private const int TwoByteCode = 0xFE;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => (int)(ushort)code.Value);

    /// <summary>A method's instructions, in order; none if it has no body.</summary>
    public static IReadOnlyList<Instruction> Of(MethodBase method)
    {
        ReadOnlySpan<byte> rest = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        List<Instruction> code = [];
        while (!rest.IsEmpty)
        {
            OpCode operation = Codes[rest[0] == TwoByteCode ? BinaryPrimitives.ReadUInt16BigEndian(rest) : rest[0]];
            ReadOnlySpan<byte> operand = rest[operation.Size..];
            code.Add(new Instruction(operation, MemberOf(method, operation, operand)));
            rest = operand[SizeOf(operation.OperandType, operand)..];
        }

        return code;
    }

    private static MemberInfo? MemberOf(MethodBase method, OpCode operation, ReadOnlySpan<byte> operand) => operation.OperandType
        is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
        ? method.Module.ResolveMember(
            BinaryPrimitives.ReadInt32LittleEndian(operand),
            method.DeclaringType!.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : [])
        : null;

    private static int SizeOf(OperandType type, ReadOnlySpan<byte> operand) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => sizeof(int) * (1 + BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };
}
