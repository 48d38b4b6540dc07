using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// What the conduits of x86 share: how a C function's arguments get to where Xen wants them. On x86_64 those are rdi, rsi, rdx,
/// r10, r8, of which System V's C has all but r10, and all may be overwritten; Windows' has none of them there, and wants rdi and
/// rsi back. On x86_32 they are ebx, ecx, edx, esi, edi; C has them all on the stack, and wants ebx, esi and edi back. eax is the
/// number and the result.
/// </summary>
internal abstract class X86Conduit(AbiKind abi, CallingConvention convention) : LinkedConduit
{
    /// <summary>The argument of x86_64 that C passes in rcx, which instructions that trap use themselves.</summary>
    private const int Fourth = 4;

    private static readonly string[] Arguments32 = ["ebx", "ecx", "edx", "esi", "edi"];

    private static readonly string[] Kept32 = ["ebx", "esi", "edi"];

    /// <summary>The fifth lies above two saved registers, the return address, and the 32 bytes that are the function's own.</summary>
    private static readonly StubInstruction[] ArgumentsOfWin64 =
    [
        X86Code.Move("rcx", "rdi"),
        X86Code.Move("rdx", "rsi"),
        X86Code.Move("r8", "rdx"),
        X86Code.Move("r9", "r10"),
        X86Code.LoadFromStack(16 + 8 + 32, "r8"),
    ];

    /// <summary>The conduit's name as a part of a symbol.</summary>
    protected virtual string SymbolPart => Name;

    /// <inheritdoc/>
    protected override int Alignment => 16;

    /// <summary>The instructions that trap; behind them eax is the result.</summary>
    protected abstract IEnumerable<StubInstruction> Trap(uint number);

    /// <summary>The instructions that trap and return, where nothing is to be put back.</summary>
    protected virtual IEnumerable<StubInstruction> TrapAndReturn(uint number) => [.. Trap(number), X86Code.Return];

    /// <inheritdoc/>
    public override string SummaryOf(TrapMethod trap) => "Traps with the command and its arguments where C passes them";

    /// <inheritdoc/>
    public override HypercallStub StubOf(HypercallCall call)
    {
        string symbol = $"hypercall_{SymbolPart}_{call.Number}";
        return (abi, convention) switch
        {
            (AbiKind.X86_32, _) => new HypercallStub(
                symbol + (call.Arguments > 0 ? $"_{call.Arguments}_from_stack" : string.Empty),
                call.Number,
                $"{call.Name}: {call.Arguments} arguments on the stack, eax is the result.",
                new EquatableArray<StubInstruction>(InstructionsOf32(call))),
            (_, CallingConvention.Win64) => new HypercallStub(
                $"{symbol}_{call.Arguments}_from_win64",
                call.Number,
                $"{call.Name}: {call.Arguments} arguments in rcx, rdx, r8, r9 and on the stack, rax is the result.",
                new EquatableArray<StubInstruction>(InstructionsOfWin64(call))),
            _ => new HypercallStub(
                symbol + (call.Arguments >= Fourth ? "_r10_from_rcx" : string.Empty),
                call.Number,
                $"{call.Name}: rdi, rsi, rdx, {(call.Arguments >= Fourth ? "rcx" : "r10")} and r8 are the arguments, rax is the result.",
                new EquatableArray<StubInstruction>(InstructionsOf64(call))),
        };
    }

    private IEnumerable<StubInstruction> InstructionsOf64(HypercallCall call) =>
        [.. call.Arguments >= Fourth ? (StubInstruction[])[X86Code.Move("rcx", "r10")] : [], .. TrapAndReturn(call.Number)];

    private IEnumerable<StubInstruction> InstructionsOf32(HypercallCall call)
    {
        string[] arguments = [.. Arguments32.Take(call.Arguments)];
        string[] kept = [.. Kept32.Intersect(arguments)];
        int first = 4 * (kept.Length + 1); // above what is saved here lies the return address
        return
        [
            .. kept.Select(X86Code.Push),
            .. arguments.Select((register, index) => X86Code.LoadFromStack(first + (4 * index), register)),
            .. kept.Length == 0
                ? TrapAndReturn(call.Number)
                : [.. Trap(call.Number), .. Enumerable.Reverse(kept).Select(X86Code.Pop), X86Code.Return],
        ];
    }

    /// <summary>Both are kept whatever the arguments: they are Xen's first two, which it may overwrite where it has more of them.</summary>
    private IEnumerable<StubInstruction> InstructionsOfWin64(HypercallCall call) =>
    [
        X86Code.Push("rdi"),
        X86Code.Push("rsi"),
        .. ArgumentsOfWin64.Take(call.Arguments),
        .. Trap(call.Number),
        X86Code.Pop("rsi"),
        X86Code.Pop("rdi"),
        X86Code.Return,
    ];
}
