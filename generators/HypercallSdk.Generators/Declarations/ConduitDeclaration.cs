using HypercallSdk.Model;

namespace HypercallSdk.Generators.Declarations;

/// <summary>How an arm64 guest's calls reach a hypervisor: what traps, and which registers hold what.</summary>
/// <param name="Instruction">The trapping instruction: <c>hvc</c> or <c>smc</c>.</param>
/// <param name="Immediate">The number in the instruction, 0 to 0xFFFF.</param>
/// <param name="Number">The hypercall number's register: 16 for x16.</param>
/// <param name="Arguments">The arguments' registers, in order.</param>
/// <param name="Result">The result's register.</param>
public sealed record ConduitDeclaration(string Instruction, uint Immediate, int Number, EquatableArray<int> Arguments, int Result)
{
    /// <summary>The last register that a call may use: those behind it are the platform's, the caller's and the stack's.</summary>
    public const int LastRegister = 17;

    /// <summary>In how many registers, from x0 on, the procedure call standard passes arguments.</summary>
    public const int PassedRegisters = 8;

    /// <summary>Xen's own, by its <c>public/arch-arm.h</c>.</summary>
    public static ConduitDeclaration Xen { get; } = new("hvc", 0xEA1, 16, new EquatableArray<int>([0, 1, 2, 3, 4]), 0);

    /// <summary>Whether the number's register is one that C passes an argument in.</summary>
    public bool IsNumberPassed => Number < PassedRegisters;
}
