using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// What a conduit's stub must do, and what its caller can. C passes arguments in x0 to x7, so the caller orders them in such a
/// way that the registers among these are filled already; the stub moves those beyond, out of registers that the conduit
/// leaves free. Where all are within reach, as SMCCC's are, one stub serves every number.
/// </summary>
internal sealed class StubShape(ConduitDeclaration conduit)
{
    private readonly int[] _carriers = [.. CarriersOf(conduit)];

    /// <summary>Whether the number is loaded by the stub; else it is passed to it.</summary>
    public bool LoadsNumber => !conduit.IsNumberPassed;

    /// <summary>The stub's symbol: all that it does, so that every assembly with a stub of this name means the same.</summary>
    /// <param name="number">The hypercall number.</param>
    public string SymbolOf(uint number)
    {
        if (LoadsNumber && IsXens)
        {
            return $"hypercall_hvc_{number}";
        }

        IEnumerable<string> moves = Moves.Select(static move => $"_x{move.To}_from_x{move.From}");
        return $"hypercall_{conduit.Instruction}_imm{conduit.Immediate}"
            + (LoadsNumber ? $"_x{conduit.Number}_is_{number}" : string.Empty)
            + string.Concat(moves)
            + (conduit.Result == 0 ? string.Empty : $"_result_x{conduit.Result}");
    }

    /// <summary>The stub's instructions.</summary>
    public IEnumerable<StubInstruction> InstructionsOf(uint number) =>
    [
        .. LoadsNumber ? Arm64Code.Load(conduit.Number, number) : [],
        .. Moves.Select(static move => Arm64Code.Move(move.From, move.To)),
        Arm64Code.Trap(conduit.Instruction, conduit.Immediate),
        .. conduit.Result == 0 ? (StubInstruction[])[] : [Arm64Code.Move(conduit.Result, 0)],
        Arm64Code.Return,
    ];

    /// <summary>What the import's parameters are, in order, for a call with so many arguments: <c>a0</c>, the number, or 0.</summary>
    public IReadOnlyList<string> Passed(uint number, int arguments)
    {
        SortedDictionary<int, string> passed = [];
        if (!LoadsNumber)
        {
            passed[conduit.Number] = $"{number}";
        }

        for (int index = 0; index < arguments; index++)
        {
            passed[_carriers[index]] = $"a{index}";
        }

        int count = passed.Count == 0 ? 0 : passed.Keys.Last() + 1;
        return [.. Enumerable.Range(0, count).Select(register => passed.TryGetValue(register, out string? value) ? value : "0")];
    }

    private bool IsXens =>
        conduit.Instruction == ConduitDeclaration.Xen.Instruction
        && conduit.Immediate == ConduitDeclaration.Xen.Immediate
        && conduit.Number == ConduitDeclaration.Xen.Number
        && conduit.Result == ConduitDeclaration.Xen.Result
        && !Moves.Any();

    private IEnumerable<(int From, int To)> Moves => conduit.Arguments
        .Select((register, index) => (From: _carriers[index], To: register))
        .Where(static move => move.From != move.To);

    /// <summary>The registers of x0 to x7 in which the arguments reach the stub: their own, or one that nobody else has.</summary>
    private static IEnumerable<int> CarriersOf(ConduitDeclaration conduit)
    {
        Queue<int> free = new(Enumerable.Range(0, ConduitDeclaration.PassedRegisters)
            .Where(register => register != conduit.Number && !conduit.Arguments.Contains(register)));
        return conduit.Arguments.Select(register => register < ConduitDeclaration.PassedRegisters ? register : free.Dequeue());
    }
}
