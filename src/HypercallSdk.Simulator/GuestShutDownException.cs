using System;

namespace HypercallSdk.Simulator;

/// <summary>
/// Takes a guest that shut down off its stack. Not public: a guest must not catch it, and <see cref="XenSimulator.Run"/> does.
/// </summary>
internal sealed class GuestShutDownException(XenSimulator simulator, uint reason)
    : Exception($"The guest shut down (reason {reason}). Run it by XenSimulator.Run, which ends there.")
{
    /// <summary>Whose guest.</summary>
    public XenSimulator Simulator { get; } = simulator;
}
