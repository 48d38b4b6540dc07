using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>Finds which uses are reached by a release that does not have what they use.</summary>
/// <param name="uses">The uses in question.</param>
/// <param name="root">The method that they are in.</param>
/// <param name="promise">What the project promises.</param>
internal sealed class GuardFlow(IReadOnlyList<AvailabilityUse> uses, IOperation root, ProjectPromise promise) : ForwardFlow<ReleaseBounds>
{
    private readonly Dictionary<(SyntaxNode, OperationKind), AvailabilityUse> _uses = uses
        .GroupBy(static use => (use.Operation.Syntax, use.Operation.Kind))
        .ToDictionary(static group => group.Key, static group => group.First());

    /// <summary>The uses that no guard protects.</summary>
    public HashSet<AvailabilityUse> Unguarded { get; } = [];

    /// <inheritdoc/>
    protected override ReleaseBounds Join(ReleaseBounds left, ReleaseBounds right) => left.Join(right);

    /// <inheritdoc/>
    protected override ReleaseBounds Execute(IOperation operation, ReleaseBounds state) => state;

    /// <inheritdoc/>
    protected override ReleaseBounds Assume(IOperation condition, bool holds, ReleaseBounds state) =>
        AvailabilityGuards.Of(condition, root) is { } guard ? state.Assume(guard.Release, holds == guard.FromThere) : state;

    /// <inheritdoc/>
    protected override void Visit(IOperation operation, ReleaseBounds state)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            if (_uses.TryGetValue((part.Syntax, part.Kind), out AvailabilityUse use)
                && !state.LiesWithin(promise.SinceOf(use.Availability), use.Availability.Until))
            {
                Unguarded.Add(use);
            }
        }
    }

    /// <inheritdoc/>
    protected override ReleaseBounds InLambda(ReleaseBounds state) => state; // the release that runs never changes

    /// <inheritdoc/>
    protected override ReleaseBounds InLocalFunction(ReleaseBounds entry) => entry;
}
