using System.Collections.Generic;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of guests at EL1 on arm64: an instruction traps. For Xen x16 is the number, x0 to x4 are the arguments, the
/// instruction is <c>hvc #0xEA1</c>, and x0 is the result; <see cref="ConduitDeclaration"/> says it of another hypervisor. The
/// calling convention says that x0 to x17 do not survive a call, and the hypervisor may overwrite them.
/// </summary>
internal sealed class HvcConduit : LinkedConduit
{
    /// <inheritdoc/>
    public override string Name => "hvc";

    /// <inheritdoc/>
    public override string SummaryOf(TrapMethod trap) => trap.Conduit == ConduitDeclaration.Xen
        ? "Traps with the command and its arguments in x0 and up"
        : "Traps with the arguments in the registers that the hypervisor wants them in";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Passed(TrapMethod trap) => new StubShape(trap.Conduit).Passed(trap.Number, trap.Arguments);

    /// <inheritdoc/>
    public override HypercallStub StubOf(HypercallCall call)
    {
        StubShape shape = new(call.Conduit ?? ConduitDeclaration.Xen);
        string comment = call.Conduit is null
            ? $"{call.Name}: x0 to x4 are the arguments, x0 is the result; Xen may overwrite x16 and the arguments."
            : shape.LoadsNumber ? $"{call.Name}: the caller passes the arguments." : "The caller passes the number and the arguments.";
        return new HypercallStub(
            shape.SymbolOf(call.Number),
            shape.LoadsNumber ? call.Number : null,
            comment,
            new EquatableArray<StubInstruction>(shape.InstructionsOf(call.Number)));
    }
}
