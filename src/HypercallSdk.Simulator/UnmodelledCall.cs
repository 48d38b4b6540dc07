namespace HypercallSdk.Simulator;

/// <summary>A hypercall whose answer says nothing about real Xen, because the simulator lacks what the call needs.</summary>
/// <param name="Hypercall">The hypercall's number.</param>
/// <param name="Op">The operation, without the bits in which Xen keeps a continuation.</param>
/// <param name="What">What is lacking.</param>
public sealed record UnmodelledCall(ulong Hypercall, ulong Op, string What);
