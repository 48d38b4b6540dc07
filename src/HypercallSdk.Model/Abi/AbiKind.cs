namespace HypercallSdk.Model.Abi;

/// <summary>arm64</summary>
public enum AbiKind
{
    /// <summary>64-bit Arm.</summary>
    Arm64,
}
