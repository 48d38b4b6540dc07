using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>What the project's properties decide about the stubs of a conduit that traps.</summary>
/// <param name="Flavour">What they are.</param>
/// <param name="Convention">How they are called.</param>
public sealed record StubOptions(StubFlavour Flavour, CallingConvention Convention);
