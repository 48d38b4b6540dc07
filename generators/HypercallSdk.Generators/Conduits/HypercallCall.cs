using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>A hypercall with as many arguments as some operation passes in registers: what a stub is made of.</summary>
/// <param name="Number">The hypercall number.</param>
/// <param name="Name">Its C name without the prefix.</param>
/// <param name="Arguments">How many argument registers it takes, the command's included.</param>
/// <param name="Conduit">The interface's own conduit; null for Xen's.</param>
internal sealed record HypercallCall(uint Number, string Name, int Arguments, ConduitDeclaration? Conduit)
{
    /// <summary>The calls that an interface's emitted operations make; none without an ABI or a conduit that can make them.</summary>
    public static IEnumerable<HypercallCall> Of(HypercallDeclaration declaration, BuildOptions options)
    {
        if (options is not { Abi: { } abi, Conduit: { } conduit } || !ConduitChecker.IsSound(declaration, abi, conduit))
        {
            return [];
        }

        DataModel model = DataModel.Of(abi);
        return declaration.Operations
            .Where(operation => AbiChecker.IsSound(operation, declaration, model))
            .Select(operation => new HypercallCall(
                declaration.NumberOf(operation),
                declaration.Number is null ? operation.CName : declaration.Name,
                TrapCall.RegistersOf(operation, declaration, model),
                declaration.Conduit))
            .Distinct();
    }

    /// <summary>Each of them once, in a fixed order.</summary>
    public static EquatableArray<HypercallCall> Distinct(ImmutableArray<HypercallCall> calls) => new(calls
        .Distinct()
        .OrderBy(static call => call.Number)
        .ThenBy(static call => call.Name, StringComparer.Ordinal)
        .ThenBy(static call => call.Arguments));
}
