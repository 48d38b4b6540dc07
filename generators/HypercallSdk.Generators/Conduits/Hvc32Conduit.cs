using System.Collections.Generic;
using HypercallSdk.Generators.Conduits.MachineCode;
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
    public override string SummaryOf(TrapMethod trap) => "Traps with the command and its arguments in r0 and up";

    /// <inheritdoc/>
    public override HypercallStub StubOf(HypercallCall call)
    {
        bool hasFifth = call.Arguments > PassedRegisters;
        StubInstruction[] instructions =
        [
            .. hasFifth ? (StubInstruction[])[Arm32Code.PushR4, Arm32Code.LoadR4] : [],
            .. Arm32Code.LoadR12(call.Number),
            Arm32Code.Trap,
            .. hasFifth ? (StubInstruction[])[Arm32Code.PopR4] : [],
            Arm32Code.Return,
        ];
        return new HypercallStub(
            $"hypercall_hvc_{call.Number}{(hasFifth ? "_r4_from_stack" : string.Empty)}",
            call.Number,
            $"{call.Name}: r0 to r4 are the arguments, r0 is the result; Xen may overwrite r12 and the arguments.",
            new EquatableArray<StubInstruction>(instructions));
    }
}
