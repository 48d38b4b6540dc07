namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>The hook's eight argument registers; Xen's hypercalls have the first five.</summary>
internal readonly record struct HypercallArguments(nuint A0, nuint A1, nuint A2, nuint A3, nuint A4, nuint A5, nuint A6, nuint A7);
