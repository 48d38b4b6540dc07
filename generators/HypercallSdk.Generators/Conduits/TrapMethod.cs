using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Conduits;

/// <summary>A method that traps, and that trampolines end in.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Number">The hypercall number.</param>
/// <param name="Arguments">How many argument registers it takes, the command's included.</param>
/// <param name="Conduit">Where a guest that really traps puts them.</param>
internal sealed record TrapMethod(string Name, uint Number, int Arguments, ConduitDeclaration Conduit);
