using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Flow;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>Finds which uses are reached by a release that does not have what they use.</summary>
/// <param name="uses">The uses in question.</param>
/// <param name="root">The method that they are in.</param>
/// <param name="promise">What the project promises.</param>
internal sealed class GuardFlow(IReadOnlyList<AvailabilityUse> uses, IOperation root, ProjectPromise promise) : ForwardFlow<ReleaseBounds>
{
    private const string DoesNotReturnIf = "System.Diagnostics.CodeAnalysis.DoesNotReturnIfAttribute";

    private readonly Dictionary<(SyntaxNode, OperationKind), AvailabilityUse> _uses = uses
        .GroupBy(static use => (use.Operation.Syntax, use.Operation.Kind))
        .ToDictionary(static group => group.Key, static group => group.First());

    private readonly AvailabilityGuards _guards = new(root);

    /// <summary>The uses that no guard protects.</summary>
    public HashSet<AvailabilityUse> Unguarded { get; } = [];

    /// <inheritdoc/>
    protected override ReleaseBounds Join(ReleaseBounds left, ReleaseBounds right) => left.Join(right);

    /// <inheritdoc/>
    protected override ReleaseBounds Execute(IOperation operation, ReleaseBounds state)
    {
        if (operation is IFlowCaptureOperation capture)
        {
            _guards.Remember(capture);
        }

        return operation is IExpressionStatementOperation { Operation: IInvocationOperation assertion }
            ? Asserted(assertion, state)
            : state;
    }

    /// <inheritdoc/>
    protected override ReleaseBounds Assume(IOperation condition, bool holds, ReleaseBounds state) => _guards.Assume(condition, holds, state);

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

    /// <summary>What is known behind a call that does not return if a condition has a certain value, as <c>Debug.Assert</c>.</summary>
    private ReleaseBounds Asserted(IInvocationOperation call, ReleaseBounds state) => call.Arguments.Aggregate(
        state,
        (known, argument) => argument.Parameter?.Find(DoesNotReturnIf) is { ConstructorArguments: [{ Value: bool value }] }
            ? Assume(argument.Value, !value, known)
            : known);
}
