using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HypercallSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// Follows frames through one method's control flow, forward and to a fixpoint, and then through the lambdas and local
/// functions in it.
/// </summary>
internal sealed class MethodFlow
{
    /// <summary>How often a block may find something new before constants are no longer added.</summary>
    private const int VisitsBeforeWidening = 6;

    /// <summary>How often a block is looked at in the worst case: a bound that no lattice mistake can exceed.</summary>
    private const int MaximumVisits = 200;

    private readonly FlowContext _context;
    private readonly List<Demand> _demands;
    private readonly CancellationToken _cancellation;

    private MethodFlow(FlowContext context, List<Demand> demands, CancellationToken cancellation)
    {
        _context = context;
        _demands = demands;
        _cancellation = cancellation;
    }

    /// <summary>Finds every demand of a method, an initializer or the like.</summary>
    /// <param name="graph">The control flow.</param>
    /// <param name="owner">The method whose result the returned values are; null where nothing is returned.</param>
    /// <param name="context">What the compilation's analyses share.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    public static IReadOnlyList<Demand> DemandsOf(
        ControlFlowGraph graph, IMethodSymbol? owner, FlowContext context, CancellationToken cancellation)
    {
        CapturedVariables captured = new(graph.OriginalOperation);
        if (captured.AreWrittenInside)
        {
            // What lambdas write is known once they were followed, and until then all that comes before them is not.
            new MethodFlow(context, [], cancellation).Follow(graph, owner, captured, new FlowState());
        }

        List<Demand> demands = [];
        new MethodFlow(context, demands, cancellation).Follow(graph, owner, captured, new FlowState());
        return demands;
    }

    private void Follow(ControlFlowGraph graph, IMethodSymbol? owner, CapturedVariables captured, FlowState entry)
    {
        FlowState?[] states = new FlowState?[graph.Blocks.Length];
        Solve(graph, new Statements(_context, captured, owner, demands: null), states, entry);

        Statements final = new(_context, captured, owner, _demands);
        foreach (BasicBlock block in graph.Blocks)
        {
            if (states[block.Ordinal] is FlowState state)
            {
                final.Execute(block, state.Clone());
            }
        }

        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            Follow(graph.GetLocalFunctionControlFlowGraph(function, _cancellation), function, captured, captured.Entry());
        }

        foreach (KeyValuePair<IFlowAnonymousFunctionOperation, INamedTypeSymbol?> lambda in final.Lambdas.ToArray())
        {
            Follow(
                graph.GetAnonymousFunctionControlFlowGraph(lambda.Key, _cancellation),
                lambda.Key.Symbol,
                captured,
                Entry(lambda.Key.Symbol, lambda.Value, captured.Entry()));
        }
    }

    /// <summary>What a lambda's parameters hold follows from the delegate that it becomes.</summary>
    private FlowState Entry(IMethodSymbol lambda, INamedTypeSymbol? type, FlowState entry)
    {
        if (type?.DelegateInvokeMethod is IMethodSymbol invoke && invoke.Parameters.Length == lambda.Parameters.Length)
        {
            foreach ((IParameterSymbol own, IParameterSymbol promised) in lambda.Parameters.Zip(invoke.Parameters, static (a, b) => (a, b)))
            {
                if (_context.Contracts.Promises(promised, own.Type))
                {
                    entry.Write(new Storage(own), FrameValue.From(Origins.Contract));
                }
            }
        }

        return entry;
    }

    private void Solve(ControlFlowGraph graph, Statements statements, FlowState?[] states, FlowState entry)
    {
        int[] visits = new int[graph.Blocks.Length];
        SortedSet<int> waiting = [0];
        states[0] = entry;
        while (waiting.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            int ordinal = waiting.Min;
            waiting.Remove(ordinal);
            if (visits[ordinal]++ == MaximumVisits)
            {
                continue;
            }

            BasicBlock block = graph.Blocks[ordinal];
            FlowState before = states[ordinal]!;
            FlowState after = statements.Execute(block, before.Clone());
            foreach (BasicBlock next in Successors(block).Where(next => next == graph.Blocks.ElementAtOrDefault(next.Ordinal)))
            {
                Propagate(after, next.Ordinal);
            }

            foreach (int handler in ExceptionHandlers.Of(block))
            {
                Propagate(before, handler);
                Propagate(after, handler);
            }
        }

        void Propagate(FlowState state, int to)
        {
            if (states[to] is not FlowState known)
            {
                states[to] = state.Clone();
                waiting.Add(to);
            }
            else if (known.Absorb(state, visits[to] > VisitsBeforeWidening))
            {
                waiting.Add(to);
            }
        }
    }

    private static IEnumerable<BasicBlock> Successors(BasicBlock block) =>
        new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }
            .Select(static branch => branch?.Destination)
            .OfType<BasicBlock>()
            .Where(static next => next.IsReachable);
}
