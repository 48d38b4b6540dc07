namespace HypercallSdk.Abi.Tests.Disassembly;

/// <summary>A place in a guest's code that calls a hypercall's stub.</summary>
/// <param name="Caller">The function that it lies in.</param>
/// <param name="Stub">The stub's symbol.</param>
internal sealed record HypercallCall(string Caller, string Stub);
