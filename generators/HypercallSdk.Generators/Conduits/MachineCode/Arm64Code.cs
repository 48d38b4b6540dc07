using System.Collections.Generic;

namespace HypercallSdk.Generators.Conduits.MachineCode;

/// <summary>The instructions of A64 that stubs are made of, by the Arm Architecture Reference Manual, C6.</summary>
internal static class Arm64Code
{
    /// <summary>Loads a number into a register.</summary>
    public static IEnumerable<StubInstruction> Load(int register, uint number)
    {
        yield return StubInstruction.OfWord(
            $"movz x{register}, #{number & 0xFFFF}", 0xD2800000 | ((number & 0xFFFF) << 5) | (uint)register);
        if (number > 0xFFFF)
        {
            yield return StubInstruction.OfWord(
                $"movk x{register}, #{number >> 16}, lsl #16", 0xF2A00000 | ((number >> 16) << 5) | (uint)register);
        }
    }

    /// <summary>Copies a register.</summary>
    public static StubInstruction Move(int from, int to) =>
        StubInstruction.OfWord($"mov x{to}, x{from}", 0xAA0003E0 | ((uint)from << 16) | (uint)to);

    /// <summary>Traps.</summary>
    /// <param name="instruction"><c>hvc</c> or <c>smc</c>.</param>
    /// <param name="immediate">The number in it, 0 to 0xFFFF.</param>
    public static StubInstruction Trap(string instruction, uint immediate) =>
        StubInstruction.OfWord($"{instruction} #0x{immediate:X}", (instruction == "smc" ? 0xD4000003 : 0xD4000002) | (immediate << 5));

    /// <summary>Returns.</summary>
    public static StubInstruction Return { get; } = StubInstruction.OfWord("ret", 0xD65F03C0);
}
