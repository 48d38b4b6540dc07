using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// What the conduits of x86 share: how a C function's arguments get to where Xen wants them. On x86_64 those are rdi, rsi, rdx,
/// r10, r8, of which C has all but r10, and all may be overwritten. On x86_32 they are ebx, ecx, edx, esi, edi; C has them all on
/// the stack, and wants ebx, esi and edi back. eax is the number and the result.
/// </summary>
internal abstract class X86Conduit(AbiKind abi) : LinkedConduit
{
    /// <summary>The argument of x86_64 that C passes in rcx, which instructions that trap use themselves.</summary>
    private const int Fourth = 4;

    private static readonly string[] Arguments32 = ["ebx", "ecx", "edx", "esi", "edi"];

    private static readonly string[] Kept32 = ["ebx", "esi", "edi"];

    /// <summary>The conduit's name as a part of a symbol.</summary>
    protected virtual string SymbolPart => Name;

    /// <inheritdoc/>
    protected override int Alignment => 16;

    /// <summary>The instructions that trap; behind them eax is the result.</summary>
    protected abstract IEnumerable<string> Trap(uint number);

    /// <summary>The instructions that trap and return, where nothing is to be put back.</summary>
    protected virtual IEnumerable<string> TrapAndReturn(uint number) => [.. Trap(number), "ret"];

    /// <inheritdoc/>
    protected override string SummaryOf(TrapMethod trap) => "Traps with the command and its arguments where C passes them";

    /// <inheritdoc/>
    protected override HypercallStub StubOf(HypercallCall call)
    {
        string symbol = $"hypercall_{SymbolPart}_{call.Number}";
        return abi == AbiKind.X86_64
            ? new HypercallStub(
                symbol + (call.Arguments >= Fourth ? "_r10_from_rcx" : string.Empty),
                call.Number,
                $"{call.Name}: rdi, rsi, rdx, {(call.Arguments >= Fourth ? "rcx" : "r10")} and r8 are the arguments, rax is the result.",
                new EquatableArray<string>(InstructionsOf64(call)))
            : new HypercallStub(
                symbol + (call.Arguments > 0 ? $"_{call.Arguments}_from_stack" : string.Empty),
                call.Number,
                $"{call.Name}: {call.Arguments} arguments on the stack, eax is the result.",
                new EquatableArray<string>(InstructionsOf32(call)));
    }

    /// <summary>Loads the number.</summary>
    protected static string Load(uint number) => $"mov $0x{number:x}, %eax";

    private IEnumerable<string> InstructionsOf64(HypercallCall call) =>
        [.. call.Arguments >= Fourth ? ["mov %rcx, %r10"] : Array.Empty<string>(), .. TrapAndReturn(call.Number)];

    private IEnumerable<string> InstructionsOf32(HypercallCall call)
    {
        string[] arguments = [.. Arguments32.Take(call.Arguments)];
        string[] kept = [.. Kept32.Intersect(arguments)];
        int first = 4 * (kept.Length + 1); // above what is saved here lies the return address
        return
        [
            .. kept.Select(static register => $"push %{register}"),
            .. arguments.Select((register, index) => $"mov {first + (4 * index)}(%esp), %{register}"),
            .. kept.Length == 0
                ? TrapAndReturn(call.Number)
                : [.. Trap(call.Number), .. Enumerable.Reverse(kept).Select(static register => $"pop %{register}"), "ret"],
        ];
    }
}
