namespace HypercallSdk.Model.Abi;

/// <summary>How a guest's compilers call a C function. It makes a difference on x86_64 alone.</summary>
public enum CallingConvention
{
    /// <summary>System V's: rdi, rsi, rdx, rcx, r8 are the first arguments, and none of them survives.</summary>
    SystemV,

    /// <summary>Windows' and UEFI's: rcx, rdx, r8, r9 and the stack are the first arguments; rdi and rsi survive.</summary>
    Win64,
}
