using System.Collections.Generic;
using HypercallSdk.Analyzers.MapTargets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>Carries out one method's blocks on a state.</summary>
internal sealed class Statements
{
    private readonly Evaluation _evaluation;
    private readonly IMethodSymbol? _owner;

    /// <param name="context">What the compilation's analyses share.</param>
    /// <param name="captured">The variables that are shared with lambdas and local functions.</param>
    /// <param name="owner">The method; null where nothing is returned.</param>
    /// <param name="demands">Receives the demands; null while the states are not final.</param>
    public Statements(FlowContext context, CapturedVariables captured, IMethodSymbol? owner, List<Demand>? demands)
    {
        _evaluation = new Evaluation(context, captured, demands);
        _owner = owner;
    }

    /// <summary>The lambdas that were met, with the delegates that they become.</summary>
    public IReadOnlyDictionary<IFlowAnonymousFunctionOperation, INamedTypeSymbol?> Lambdas => _evaluation.Lambdas;

    /// <summary>Carries out a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="state">The state before it, which becomes the state behind it.</param>
    /// <returns>The state.</returns>
    public FlowState Execute(BasicBlock block, FlowState state)
    {
        _evaluation.State = state;
        foreach (IOperation operation in block.Operations)
        {
            FrameValue value = _evaluation.Evaluate(operation);
            if (operation is IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: IOperation yielded })
            {
                Return(yielded, value);
            }
        }

        if (block.BranchValue is IOperation branch)
        {
            FrameValue result = _evaluation.Evaluate(branch);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                Return(branch, result);
            }
        }

        return state;
    }

    private void Return(IOperation value, FrameValue result)
    {
        if (_owner is not null && _evaluation.Context.Contracts.Promises(_owner, _owner.ReturnType))
        {
            _evaluation.Demand(ArgumentPlace.Of(value), result, isUse: false);
        }
    }
}
