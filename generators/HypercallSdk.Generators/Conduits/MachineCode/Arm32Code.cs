using System.Collections.Generic;

namespace HypercallSdk.Generators.Conduits.MachineCode;

/// <summary>The instructions of A32 that stubs are made of, by the Arm Architecture Reference Manual, F5.</summary>
internal static class Arm32Code
{
    /// <summary>Saves r4.</summary>
    public static StubInstruction PushR4 { get; } = StubInstruction.OfWord("push {r4}", 0xE52D4004);

    /// <summary>Puts r4 back.</summary>
    public static StubInstruction PopR4 { get; } = StubInstruction.OfWord("pop {r4}", 0xE49D4004);

    /// <summary>Loads r4 from behind what <see cref="PushR4"/> saved.</summary>
    public static StubInstruction LoadR4 { get; } = StubInstruction.OfWord("ldr r4, [sp, #4]", 0xE59D4004);

    /// <summary>Traps into Xen.</summary>
    public static StubInstruction Trap { get; } = StubInstruction.OfWord("hvc #0xEA1", 0xE140EA71);

    /// <summary>Returns.</summary>
    public static StubInstruction Return { get; } = StubInstruction.OfWord("bx lr", 0xE12FFF1E);

    /// <summary>Loads a number into r12.</summary>
    public static IEnumerable<StubInstruction> LoadR12(uint number)
    {
        yield return StubInstruction.OfWord($"movw r12, #{number & 0xFFFF}", 0xE300C000 | Halfword(number & 0xFFFF));
        if (number > 0xFFFF)
        {
            yield return StubInstruction.OfWord($"movt r12, #{number >> 16}", 0xE340C000 | Halfword(number >> 16));
        }
    }

    private static uint Halfword(uint value) => ((value & 0xF000) << 4) | (value & 0xFFF);
}
