namespace HypercallSdk.Analyzers.Results;

/// <summary>How far a call's result has been examined.</summary>
internal enum ResultPhase
{
    /// <summary>Nobody has looked at it.</summary>
    Unexamined,

    /// <summary>It has been looked at, and may be a success.</summary>
    Examined,

    /// <summary>It is known to be a failure.</summary>
    Failed,
}
