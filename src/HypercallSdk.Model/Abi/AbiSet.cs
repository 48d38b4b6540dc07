using System;

namespace HypercallSdk.Model.Abi;

/// <summary>A set of binary interfaces; the bits are those of the attribute's <c>HypercallAbis</c>, whose 0 is <see cref="All"/> here.</summary>
[Flags]
public enum AbiSet
{
    /// <summary>Nothing is said, which is all of them; a set that something was taken out of may be empty and is this too.</summary>
    Any = 0,

    /// <summary>64-bit Arm.</summary>
    Arm64 = 1,

    /// <summary>32-bit Arm.</summary>
    Arm32 = 2,

    /// <summary>Both Arms.</summary>
    Arm = Arm64 | Arm32,

    /// <summary>64-bit x86.</summary>
    X86_64 = 4,

    /// <summary>32-bit x86.</summary>
    X86_32 = 8,

    /// <summary>Both x86.</summary>
    X86 = X86_64 | X86_32,

    /// <summary>All of them.</summary>
    All = Arm | X86,
}
