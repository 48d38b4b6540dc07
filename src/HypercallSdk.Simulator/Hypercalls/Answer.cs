namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>What a hypercall leaves in the result register.</summary>
internal static class Answer
{
    /// <summary>Success.</summary>
    public const nint Done = 0;

    /// <summary>A failure: the errno, negated.</summary>
    public static nint Fail(XenErrno errno) => -(nint)(int)errno;
}
