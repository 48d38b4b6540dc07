using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The function that traps, for one hypercall or for all of a conduit.</summary>
/// <param name="Symbol">Its name, which says all that it does.</param>
/// <param name="Number">The hypercall number that it loads; null when it is passed one.</param>
/// <param name="Comment">What it is for.</param>
/// <param name="Instructions">Its instructions.</param>
internal sealed record HypercallStub(string Symbol, uint? Number, string Comment, EquatableArray<StubInstruction> Instructions);
