namespace HypercallSdk.AbiCheck.Headers;

/// <summary>What a claim is about.</summary>
internal enum CClaimKind
{
    /// <summary>A record: its size and alignment.</summary>
    Record,

    /// <summary>A field: its offset, its size, its sign, what it points at.</summary>
    Field,

    /// <summary>A constant.</summary>
    Constant,
}
