namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>The five argument registers.</summary>
internal readonly record struct HypercallArguments(nuint A0, nuint A1, nuint A2, nuint A3, nuint A4);
