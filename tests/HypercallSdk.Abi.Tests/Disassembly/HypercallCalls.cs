using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Abi.Tests.Disassembly;

/// <summary>How a guest's compiled code reaches the stubs.</summary>
internal static class HypercallCalls
{
    private const string StubPrefix = "hypercall_hvc_";

    /// <summary>How the runtime's functions begin that surround a call out of managed code.</summary>
    private const string TransitionPrefix = "RhpPInvoke";

    /// <summary>The calls of a linked guest: each is a <c>bl</c> whose target is a stub.</summary>
    public static IReadOnlyList<HypercallCall> In(IEnumerable<Function> functions) =>
    [
        .. from function in functions
        from instruction in function.Instructions
        where instruction.Mnemonic == "bl" && instruction.Operands.Contains($"<{StubPrefix}", StringComparison.Ordinal)
        select new HypercallCall(function.Name, instruction.Operands.Split('<', '>')[1]),
    ];

    /// <summary>The calls of an object file: each is a relocation that names a stub.</summary>
    public static IReadOnlyList<HypercallCall> InObject(IEnumerable<Function> functions) =>
    [
        .. from function in functions
        from instruction in function.Instructions
        where NamesStub(instruction)
        select new HypercallCall(function.Name, instruction.Relocation!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]),
    ];

    /// <summary>What stands between an object file's code and the stubs, each with its place; nothing if the calls are direct.</summary>
    public static IReadOnlyList<string> Detours(IEnumerable<Function> functions) =>
        [.. functions.Where(static function => function.Instructions.Any(NamesStub)).SelectMany(DetoursOf)];

    private static IEnumerable<string> DetoursOf(Function function)
    {
        foreach (Instruction instruction in function.Instructions)
        {
            bool isTransition = instruction.Relocation?.Contains($" {TransitionPrefix}", StringComparison.Ordinal) ?? false;
            if (isTransition || (NamesStub(instruction) && instruction.Mnemonic != "bl"))
            {
                yield return $"{function.Name}: {instruction.Text} ({instruction.Relocation})";
            }
        }
    }

    private static bool NamesStub(Instruction instruction) =>
        instruction.Relocation?.Contains($" {StubPrefix}", StringComparison.Ordinal) ?? false;
}
