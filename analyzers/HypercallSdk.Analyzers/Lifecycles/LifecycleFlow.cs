using System;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Flow;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Follows the mappings that a method makes and undoes.</summary>
/// <param name="declarations">Knows the operations.</param>
/// <param name="captured">The variables that lambdas and local functions may use at any time.</param>
/// <param name="pageOf">The page that a call maps, of those that are mapped once only.</param>
/// <param name="findings">Is told what is wrong.</param>
internal sealed class LifecycleFlow(
    OperationDeclarations declarations, ImmutableHashSet<ISymbol> captured, Func<OperationCall, OnlyPage?> pageOf, LifecycleFindings findings)
    : ForwardFlow<LifecycleState>
{
    private const string DoesNotReturn = "System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute";

    private readonly Escape _escape = new(declarations);
    private readonly LifecycleCalls _calls = new(captured, pageOf);

    /// <inheritdoc/>
    protected override LifecycleState Join(LifecycleState left, LifecycleState right) => left.Join(right);

    /// <inheritdoc/>
    protected override LifecycleState InLambda(LifecycleState state) => LifecycleState.None;

    /// <inheritdoc/>
    protected override LifecycleState InLocalFunction(LifecycleState entry) => LifecycleState.None;

    /// <inheritdoc/>
    protected override LifecycleState Execute(IOperation operation, LifecycleState state) => Follow(operation, state, null);

    /// <inheritdoc/>
    protected override void Visit(IOperation operation, LifecycleState state) => Follow(operation, state, findings);

    /// <inheritdoc/>
    protected override LifecycleState Assume(IOperation condition, bool holds, LifecycleState state)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            (condition, holds) = (not.Operand, !holds);
        }

        return OutcomeTest.Of(condition) is { } test
            && state.Outcomes.TryGetValue(test.Asked, out MappingOutcome outcome)
            && (holds ? test.Holds : test.DoesNot) is { } hasFailed
                ? state.Answered(outcome, hasFailed)
                : state;
    }

    /// <inheritdoc/>
    protected override void Leave(ControlFlowGraph graph, BasicBlock block, LifecycleState state)
    {
        if (block.FallThroughSuccessor is not { Destination.Kind: BasicBlockKind.Exit } way)
        {
            return;
        }

        state = Pass(graph, way, state);
        foreach (Mapping mapping in state.Phases.Keys.Where(key => state.PhaseOf(key) == MappingPhase.Live).Select(_calls.Of))
        {
            bool isLost = state.Tokens.TryGetValue(mapping.Syntax, out Place? token)
                ? token.IsOfMethod
                : Inverses.TokenOf(mapping.Maker) is null && block.BranchValue?.ConstantValue is { HasValue: true, Value: false };
            if (isLost)
            {
                findings.Leaks.Add((mapping, block.BranchValue?.Syntax ?? mapping.Syntax, token ?? state.Places[mapping.Syntax]));
            }
        }
    }

    /// <inheritdoc/>
    protected override LifecycleState Pass(ControlFlowGraph graph, ControlFlowBranch way, LifecycleState state)
    {
        foreach (SyntaxNode key in state.Phases.Keys.Where(_ => !way.FinallyRegions.IsEmpty))
        {
            state = way.FinallyRegions.Any(region => MayUndo(graph, region, _calls.Of(key).Maker)) ? state.Elsewhere(key) : state;
        }

        return state;
    }

    private bool MayUndo(ControlFlowGraph graph, ControlFlowRegion region, IMethodSymbol maker) =>
        graph.Blocks.Skip(region.FirstBlockOrdinal).Take(region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
            .SelectMany(static block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .OfType<IInvocationOperation>()
            .Any(invocation => declarations.Of(invocation) is not { } call || Inverses.Of(maker).Contains(call.Declaration.Name));

    private LifecycleState Follow(IOperation operation, LifecycleState state, LifecycleFindings? report)
    {
        foreach (IOperation part in EvaluationOrder.Of(operation))
        {
            state = part switch
            {
                IInvocationOperation invocation => declarations.Of(invocation) is { } call
                    ? _calls.Apply(call, state, report)
                    : Foreign(invocation, state),
                ISimpleAssignmentOperation assignment => Assigned(assignment, state),
                ICompoundAssignmentOperation compound => Overwritten(compound.Target, state),
                IIncrementOrDecrementOperation step => Overwritten(step.Target, state),
                ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation => Used(part, state, report),
                _ => state,
            };
        }

        return state;
    }

    private static LifecycleState Overwritten(IOperation? target, LifecycleState state) =>
        Place.Of(target) is { } place ? state.Overwritten(place) : state;

    private LifecycleState Used(IOperation reference, LifecycleState state, LifecycleFindings? report)
    {
        report?.Reuse(reference, Escape.Unfit(reference), state);
        return reference is not IFieldReferenceOperation && _escape.IsOf(reference) ? Escaped(Place.Of(reference)!, state) : state;
    }

    /// <summary>A handle that goes elsewhere; or the frame of a mapping that has none.</summary>
    private LifecycleState Escaped(Place place, LifecycleState state)
    {
        foreach (SyntaxNode key in state.Phases.Keys)
        {
            bool isTold = state.Tokens.TryGetValue(key, out Place? token)
                ? token.Overlaps(place)
                : state.Places.TryGetValue(key, out Place? lies) && lies.Overlaps(place) && Inverses.TokenOf(_calls.Of(key).Maker) is null;
            state = isTold ? state.Elsewhere(key) : state;
        }

        return state;
    }

    private static LifecycleState Assigned(ISimpleAssignmentOperation assignment, LifecycleState state)
    {
        if (Place.Of(assignment.Target) is not { } target)
        {
            return state;
        }

        state = state.Overwritten(target);
        return target.IsOfMethod && OutcomeTest.KeyOf(assignment.Value) is { } key && state.Outcomes.TryGetValue(key, out MappingOutcome outcome)
            ? state with { Outcomes = state.Outcomes.SetItem(target.Root, outcome) }
            : state;
    }

    /// <summary>The call of a method that is no operation: it may undo whatever it can reach.</summary>
    private static LifecycleState Foreign(IInvocationOperation invocation, LifecycleState state)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            state = argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref ? Overwritten(argument.Value, state) : state;
        }

        bool isEnd = invocation.TargetMethod.Find(DoesNotReturn) is not null;
        foreach (SyntaxNode key in state.Phases.Keys)
        {
            Place? place = state.Tokens.TryGetValue(key, out Place? token) || state.Places.TryGetValue(key, out token) ? token : null;
            state = isEnd || place?.Root is IFieldSymbol ? state.Elsewhere(key) : state;
        }

        return state with { Places = state.Places.RemoveRange(state.Places.Where(static pair => pair.Value.IsShared).Select(static pair => pair.Key)) };
    }
}
