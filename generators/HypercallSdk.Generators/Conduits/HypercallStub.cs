using System;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The function of assembly that traps, for one hypercall or for all of a conduit.</summary>
/// <param name="Symbol">Its name, which says all that it does.</param>
/// <param name="Number">The hypercall number that it loads; null when it is passed one.</param>
/// <param name="Comment">What it is for.</param>
/// <param name="Instructions">Its instructions.</param>
internal sealed record HypercallStub(string Symbol, uint? Number, string Comment, EquatableArray<string> Instructions)
{
    /// <summary>The stub of a hypercall.</summary>
    /// <param name="conduit">The interface's own conduit; null for Xen's.</param>
    /// <param name="number">The hypercall number.</param>
    /// <param name="name">Its C name without the prefix.</param>
    public static HypercallStub Of(ConduitDeclaration? conduit, uint number, string name)
    {
        StubShape shape = new(conduit ?? ConduitDeclaration.Xen);
        string comment = conduit is null
            ? $"{name}: x0 to x4 are the arguments, x0 is the result; Xen may overwrite x16 and the arguments."
            : shape.LoadsNumber ? $"{name}: the caller passes the arguments." : "The caller passes the number and the arguments.";
        return new HypercallStub(
            shape.SymbolOf(number), shape.LoadsNumber ? number : null, comment, new EquatableArray<string>(shape.InstructionsOf(number)));
    }

    /// <summary>Each of them once, in a fixed order.</summary>
    public static EquatableArray<HypercallStub> Distinct(ImmutableArray<HypercallStub> stubs) => new(stubs
        .GroupBy(static stub => stub.Symbol)
        .Select(static group => group.First())
        .OrderBy(static stub => stub.Number)
        .ThenBy(static stub => stub.Symbol, StringComparer.Ordinal));
}
