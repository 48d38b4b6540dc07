namespace HypercallSdk.Model.Abi;

/// <summary>The binary interface between a guest and its hypervisor: word size, layout rules and registers.</summary>
public enum AbiKind
{
    /// <summary>64-bit Arm (AArch64), little-endian.</summary>
    Arm64,

    /// <summary>32-bit Arm (AArch32, the EABI), little-endian.</summary>
    Arm32,

    /// <summary>64-bit x86.</summary>
    X86_64,

    /// <summary>32-bit x86, as the System V ABI for i386 lays it out.</summary>
    X86_32,
}
