using System.Collections.Generic;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of guests on 32-bit Arm: r12 is the number, r0 to r4 are the arguments, the instruction is <c>hvc #0xEA1</c>, and
/// r0 is the result. C passes four arguments in r0 to r3 and the fifth on the stack, and keeps r4 for the caller.
/// </summary>
internal sealed class Hvc32Conduit : LinkedConduit
{
    private const int PassedRegisters = 4;

    /// <inheritdoc/>
    public override string Name => "hvc";

    /// <inheritdoc/>
    /// <remarks>The extension is what has the instruction; a linker that meets Thumb code switches by the function's type.</remarks>
    protected override IReadOnlyList<string> Directives => [".syntax unified", ".arch armv7-a", ".arch_extension virt", ".arm"];

    /// <inheritdoc/>
    protected override string SummaryOf(TrapMethod trap) => "Traps with the command and its arguments in r0 and up";

    /// <inheritdoc/>
    protected override HypercallStub StubOf(HypercallCall call)
    {
        bool hasFifth = call.Arguments > PassedRegisters;
        List<string> instructions = [];
        if (hasFifth)
        {
            instructions.AddRange(["push {r4}", "ldr r4, [sp, #4]"]);
        }

        instructions.Add($"movw r12, #{call.Number & 0xFFFF}");
        if (call.Number > 0xFFFF)
        {
            instructions.Add($"movt r12, #{call.Number >> 16}");
        }

        instructions.Add("hvc #0xEA1");
        if (hasFifth)
        {
            instructions.Add("pop {r4}");
        }

        instructions.Add("bx lr");
        return new HypercallStub(
            $"hypercall_hvc_{call.Number}{(hasFifth ? "_r4_from_stack" : string.Empty)}",
            call.Number,
            $"{call.Name}: r0 to r4 are the arguments, r0 is the result; Xen may overwrite r12 and the arguments.",
            new EquatableArray<string>(instructions));
    }
}
