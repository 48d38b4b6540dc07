namespace HypercallSdk.Generators.Conduits;

/// <summary>A hypercall's number and what to call it.</summary>
/// <param name="Number">The number.</param>
/// <param name="Name">The C name without its prefix.</param>
internal sealed record HypercallName(uint Number, string Name);
