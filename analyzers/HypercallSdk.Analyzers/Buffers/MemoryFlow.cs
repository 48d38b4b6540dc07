using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Flow;
using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Finds of which memory the addresses are that a method's hypercalls are given.</summary>
/// <param name="declarations">Knows the operations.</param>
internal sealed class MemoryFlow(OperationDeclarations declarations) : ForwardFlow<MemoryState>
{
    private readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>What each argument points to, and what is found there in turn.</summary>
    public List<PointerUse> Uses { get; } = [];

    /// <summary>The addresses that it leaves in fields.</summary>
    public List<StoredAddress> Stores { get; } = [];

    /// <inheritdoc/>
    protected override MemoryState Join(MemoryState left, MemoryState right) => left.Join(right);

    /// <inheritdoc/>
    protected override MemoryState Assume(IOperation condition, bool holds, MemoryState state) => state;

    /// <inheritdoc/>
    protected override MemoryState InLambda(MemoryState state) => state;

    /// <inheritdoc/>
    protected override MemoryState InLocalFunction(MemoryState entry) => MemoryState.Empty;

    /// <inheritdoc/>
    protected override MemoryState Execute(IOperation operation, MemoryState state) => Follow(operation, state, report: false);

    /// <inheritdoc/>
    protected override void Visit(IOperation operation, MemoryState state) => Follow(operation, state, report: true);

    private MemoryState Follow(IOperation operation, MemoryState state, bool report)
    {
        foreach (IOperation part in EvaluationOrder.Of(operation))
        {
            switch (part)
            {
                case ISimpleAssignmentOperation assignment:
                    if (report && StoredAddress.Of(assignment, state) is { } stored)
                    {
                        Stores.Add(stored);
                    }

                    state = Assign(assignment, state);
                    break;
                case ICompoundAssignmentOperation assignment:
                    state = Put(assignment.Target, MemoryEvaluation.Of(assignment.Value, state), state, isWhole: false);
                    break;
                case IFlowCaptureOperation capture:
                    state = state.With(capture.Id, MemoryEvaluation.Of(capture.Value, state));
                    break;
                case IInvocationOperation call:
                    if (report)
                    {
                        Look(call, state);
                    }

                    state = MemoryCalls.FreedBy(call) is { } handle ? state.Freeing(handle) : state;
                    break;
                default:
                    break;
            }
        }

        return state;
    }

    private static MemoryState Assign(ISimpleAssignmentOperation assignment, MemoryState state)
    {
        if (assignment.Target is ILocalReferenceOperation { Local.IsFixed: true } pinned)
        {
            return MemoryOrigin.OfFixed(pinned.Local, assignment.Value) is { } origin ? state.With(pinned.Local, MemoryOrigins.Of(origin)) : state;
        }

        MemoryOrigins value = assignment.IsRef
            ? MemoryEvaluation.AddressOf(assignment.Value, state)
            : MemoryEvaluation.Of(assignment.Value, state);
        return Put(assignment.Target, value, state, isWhole: true);
    }

    /// <summary>Puts addresses into a variable, a part of it, or what it points to.</summary>
    private static MemoryState Put(IOperation target, MemoryOrigins value, MemoryState state, bool isWhole) => target switch
    {
        ILocalReferenceOperation local => isWhole ? state.With(local.Local, value) : state.Adding(local.Local, value),
        IParameterReferenceOperation parameter => isWhole ? state.With(parameter.Parameter, value) : state.Adding(parameter.Parameter, value),
        IFlowCaptureReferenceOperation capture => state.Adding(capture.Id, value),
        IFieldReferenceOperation { Instance: { } instance } => Put(instance, value, state, isWhole: false),
        IPropertyReferenceOperation { Instance: { } instance } => Put(instance, value, state, isWhole: false),
        IArrayElementReferenceOperation element => PutBehind(element.ArrayReference, value, state),
        _ when Dereference.PointerOf(target) is { } pointer => PutBehind(pointer, value, state),
        _ => state,
    };

    private static MemoryState PutBehind(IOperation pointer, MemoryOrigins value, MemoryState state) =>
        MemoryEvaluation.Of(pointer, state).Aggregate(state, (known, origin) => known.Adding(origin.Key, value));

    private void Look(IInvocationOperation invocation, MemoryState state)
    {
        if (declarations.Of(invocation) is not { } call || !_seen.Add(invocation.Syntax))
        {
            return;
        }

        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            MemoryOrigins targets = MemoryEvaluation.Of(argument.Value, state);
            MemoryOrigins inside = MemoryEvaluation.Behind(targets, state);
            if (!targets.IsEmpty)
            {
                Uses.Add(new PointerUse(call, argument, targets, inside));
            }
        }
    }
}
