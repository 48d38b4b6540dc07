using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Flow;

/// <summary>
/// Carries what is known through a method's control flow to a fixpoint, and then visits every operation with what is known before
/// it. What is known may only become less where paths meet.
/// </summary>
/// <typeparam name="TState">What is known; it never changes, and compares by value.</typeparam>
internal abstract class ForwardFlow<TState>
    where TState : class
{
    /// <summary>A bound that no finite lattice reaches.</summary>
    private const int MaximumVisits = 200;

    /// <summary>Follows a graph, and the lambdas and local functions in it.</summary>
    /// <param name="graph">The control flow.</param>
    /// <param name="entry">What is known at its beginning.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    public void Run(ControlFlowGraph graph, TState entry, CancellationToken cancellation)
    {
        TState?[] states = Solve(graph, entry, cancellation);
        foreach (BasicBlock block in graph.Blocks)
        {
            if (states[block.Ordinal] is not { } state)
            {
                continue;
            }

            foreach (IOperation operation in OperationsOf(block))
            {
                Visit(operation, state);
                foreach (IFlowAnonymousFunctionOperation lambda in operation.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>())
                {
                    Run(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), InLambda(state), cancellation);
                }

                state = Execute(operation, state);
            }

            Leave(graph, block, state);
        }

        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            Run(graph.GetLocalFunctionControlFlowGraph(function, cancellation), InLocalFunction(entry), cancellation);
        }
    }

    /// <summary>What is known where two paths meet.</summary>
    protected abstract TState Join(TState left, TState right);

    /// <summary>What is known behind an operation.</summary>
    protected abstract TState Execute(IOperation operation, TState state);

    /// <summary>What is known where a condition has been found to hold, or not to.</summary>
    protected abstract TState Assume(IOperation condition, bool holds, TState state);

    /// <summary>Looks at an operation, once, with what is known before it.</summary>
    protected abstract void Visit(IOperation operation, TState state);

    /// <summary>What is known in a lambda, which runs at some time after it was made.</summary>
    protected abstract TState InLambda(TState state);

    /// <summary>What is known in a local function, which may be called from anywhere.</summary>
    protected abstract TState InLocalFunction(TState entry);

    /// <summary>What is known at the end of a way that passes through <c>finally</c> blocks, which are followed by themselves.</summary>
    protected virtual TState Pass(ControlFlowGraph graph, ControlFlowBranch way, TState state) => state;

    /// <summary>Looks at the end of a block, once, with what is known there.</summary>
    protected virtual void Leave(ControlFlowGraph graph, BasicBlock block, TState state)
    {
    }

    private TState?[] Solve(ControlFlowGraph graph, TState entry, CancellationToken cancellation)
    {
        TState?[] states = new TState?[graph.Blocks.Length];
        int[] visits = new int[graph.Blocks.Length];
        SortedSet<int> waiting = [0];
        states[0] = entry;
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            int ordinal = waiting.Min;
            waiting.Remove(ordinal);
            if (visits[ordinal]++ < MaximumVisits)
            {
                foreach ((BasicBlock next, TState state) in Successors(graph, graph.Blocks[ordinal], states[ordinal]!))
                {
                    TState joined = states[next.Ordinal] is { } known ? Join(known, state) : state;
                    if (!joined.Equals(states[next.Ordinal]))
                    {
                        states[next.Ordinal] = joined;
                        waiting.Add(next.Ordinal);
                    }
                }
            }
        }

        return states;
    }

    /// <summary>The blocks that may come next, handlers among them, and what is then known.</summary>
    private IEnumerable<(BasicBlock Next, TState State)> Successors(ControlFlowGraph graph, BasicBlock block, TState before)
    {
        TState after = OperationsOf(block).Aggregate(before, (state, operation) => Execute(operation, state));
        if (block.ConditionalSuccessor?.Destination is { } conditional)
        {
            bool holds = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            yield return (conditional, Pass(graph, block.ConditionalSuccessor, Assume(block.BranchValue!, holds, after)));
            after = Assume(block.BranchValue!, !holds, after);
        }

        if (block.FallThroughSuccessor?.Destination is { } next)
        {
            yield return (next, Pass(graph, block.FallThroughSuccessor, after));
        }

        foreach (int handler in ExceptionHandlers.Of(block))
        {
            yield return (graph.Blocks[handler], Join(before, after));
        }
    }

    private static ImmutableArray<IOperation> OperationsOf(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
}
