namespace HypercallSdk.Simulator;

/// <summary>Guest frames that follow each other: a stretch of RAM, or a single frame of any other kind.</summary>
/// <param name="First">The first guest frame.</param>
/// <param name="Last">The last guest frame (inclusive).</param>
/// <param name="Entry">What is mapped at the first of them.</param>
public readonly record struct P2MRun(ulong First, ulong Last, P2MEntry Entry);
