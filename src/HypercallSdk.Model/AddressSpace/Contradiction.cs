namespace HypercallSdk.Model.AddressSpace;

/// <summary>Two regions that cannot both be true.</summary>
/// <param name="Kind">Why not.</param>
/// <param name="First">The one that is known already.</param>
/// <param name="Second">The one that contradicts it.</param>
public sealed record Contradiction(ContradictionKind Kind, Region First, Region Second);
