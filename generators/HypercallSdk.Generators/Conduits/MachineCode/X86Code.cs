using System;

namespace HypercallSdk.Generators.Conduits.MachineCode;

/// <summary>
/// The instructions of x86 that stubs are made of, by Intel's Software Developer's Manual, volume 2. A register's name says how
/// wide it is; where an instruction has several encodings, the assembler's is taken.
/// </summary>
internal static class X86Code
{
    private const byte Wide = 0x48;

    private static readonly string[] Registers64 = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11"];

    private static readonly string[] Registers32 = ["eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi"];

    /// <summary>Returns.</summary>
    public static StubInstruction Return { get; } = StubInstruction.Of("ret", [0xC3]);

    /// <summary>Traps, on Intel's processors.</summary>
    public static StubInstruction Vmcall { get; } = StubInstruction.Of("vmcall", [0x0F, 0x01, 0xC1]);

    /// <summary>Traps, on AMD's processors.</summary>
    public static StubInstruction Vmmcall { get; } = StubInstruction.Of("vmmcall", [0x0F, 0x01, 0xD9]);

    /// <summary>Traps, outside ring 0.</summary>
    public static StubInstruction Syscall { get; } = StubInstruction.Of("syscall", [0x0F, 0x05]);

    /// <summary>Traps, by the gate of 32-bit guests.</summary>
    public static StubInstruction Int82 { get; } = StubInstruction.Of("int $0x82", [0xCD, 0x82]);

    /// <summary>Loads a number into eax, which empties the upper half of rax.</summary>
    public static StubInstruction LoadEax(uint number) =>
        StubInstruction.Of($"mov $0x{number:x}, %eax", [0xB8, .. StubInstruction.BytesOf(number)]);

    /// <summary>Saves a register.</summary>
    public static StubInstruction Push(string register) => OnStack("push", 0x50, register);

    /// <summary>Puts a register back.</summary>
    public static StubInstruction Pop(string register) => OnStack("pop", 0x58, register);

    /// <summary>Copies a register of 64 bits.</summary>
    public static StubInstruction Move(string from, string to)
    {
        int source = NumberOf(from);
        int target = NumberOf(to);
        return StubInstruction.Of(
            $"mov %{from}, %{to}",
            [(byte)(Wide | (source >> 3 << 2) | (target >> 3)), 0x89, (byte)(0xC0 | ((source & 7) << 3) | (target & 7))]);
    }

    /// <summary>Loads a register, of either width, from the stack.</summary>
    /// <param name="offset">How many bytes above the stack pointer, up to 127.</param>
    /// <param name="register">The register.</param>
    public static StubInstruction LoadFromStack(int offset, string register)
    {
        bool isWide = IsWide(register);
        int target = NumberOf(register);
        byte[] prefix = isWide ? [(byte)(Wide | (target >> 3 << 2))] : [];
        return StubInstruction.Of(
            $"mov {offset}(%{(isWide ? "rsp" : "esp")}), %{register}",
            [.. prefix, 0x8B, (byte)(0x44 | ((target & 7) << 3)), 0x24, (byte)offset]);
    }

    private static StubInstruction OnStack(string mnemonic, int code, string register)
    {
        int number = NumberOf(register);
        byte[] prefix = number > 7 ? [0x41] : [];
        return StubInstruction.Of($"{mnemonic} %{register}", [.. prefix, (byte)(code | (number & 7))]);
    }

    private static bool IsWide(string register) => register[0] == 'r';

    private static int NumberOf(string register) => Array.IndexOf(IsWide(register) ? Registers64 : Registers32, register);
}
