using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>Finds out whether a result that a local is given is read on any way before the local is given something else.</summary>
/// <param name="local">The local.</param>
/// <param name="call">The call whose result it is given.</param>
internal sealed class OverwriteFlow(ILocalSymbol local, SyntaxNode call) : ForwardFlow<OverwriteFlow.Holding>
{
    /// <summary>Whether some way reads it.</summary>
    public bool IsRead { get; private set; }

    /// <inheritdoc/>
    protected override Holding Join(Holding left, Holding right) => new(left.IsHeld || right.IsHeld);

    /// <inheritdoc/>
    protected override Holding Execute(IOperation operation, Holding state) => Parts(operation).Aggregate(state, After);

    /// <inheritdoc/>
    protected override Holding Assume(IOperation condition, bool holds, Holding state) => state;

    /// <inheritdoc/>
    protected override void Visit(IOperation operation, Holding state)
    {
        foreach (IOperation part in Parts(operation))
        {
            IsRead |= state.IsHeld && part is ILocalReferenceOperation read && IsOurs(read) && !IsTarget(read);
            state = After(state, part);
        }
    }

    /// <inheritdoc/>
    protected override Holding InLambda(Holding state) => new(IsHeld: true); // it may run at any time

    /// <inheritdoc/>
    protected override Holding InLocalFunction(Holding entry) => new(IsHeld: true);

    private Holding After(Holding state, IOperation part) =>
        part is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment && IsOurs(target)
            ? new(assignment.Value.Syntax == call)
            : state;

    private bool IsOurs(ILocalReferenceOperation reference) => SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static bool IsTarget(ILocalReferenceOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    /// <summary>The parts of an operation, each behind what is in it; a lambda's are in a graph of their own.</summary>
    private static IEnumerable<IOperation> Parts(IOperation operation) => operation.ChildOperations.SelectMany(Parts).Append(operation);

    /// <summary>What a local holds.</summary>
    /// <param name="IsHeld">Whether it may be the result.</param>
    internal sealed record Holding(bool IsHeld);
}
