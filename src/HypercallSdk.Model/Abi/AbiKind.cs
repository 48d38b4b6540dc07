namespace HypercallSdk.Model.Abi;

/// <summary>The binary interface between a guest and its hypervisor: word size, layout rules and registers.</summary>
public enum AbiKind
{
    /// <summary>64-bit Arm (AArch64), little-endian.</summary>
    Arm64,
}
