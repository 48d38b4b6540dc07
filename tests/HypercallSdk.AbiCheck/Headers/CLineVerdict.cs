namespace HypercallSdk.AbiCheck.Headers;

/// <summary>What the C compiler says of a line.</summary>
internal enum CLineVerdict
{
    /// <summary>It compiles.</summary>
    Holds,

    /// <summary>Its assertion does not hold.</summary>
    Refuted,

    /// <summary>It names something that there is not.</summary>
    Unknown,
}
