using System;

namespace HypercallSdk.Model.Abi;

/// <summary>A set of binary interfaces; its members are the bits of <c>HypercallAbis</c> in guest source.</summary>
[Flags]
public enum AbiSet
{
    /// <summary>All of them: nothing is said.</summary>
    Any = 0,

    /// <summary>64-bit Arm.</summary>
    Arm64 = 1 << AbiKind.Arm64,

    /// <summary>32-bit Arm.</summary>
    Arm32 = 1 << AbiKind.Arm32,

    /// <summary>64-bit x86.</summary>
    X86_64 = 1 << AbiKind.X86_64,

    /// <summary>32-bit x86.</summary>
    X86_32 = 1 << AbiKind.X86_32,
}
