using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>The inspection of one compilation's methods and initializers.</summary>
internal sealed class MapTargetInspection
{
    /// <summary>Where frames come from that take no memory from the guest, as far as it is seen.</summary>
    private const Origins FreeOfCost = Origins.GrantTableRegion | Origins.ExtendedRegion | Origins.Query | Origins.Contract;

    private readonly FlowContext _context;
    private readonly Lazy<GuestAddressSpace> _space;

    /// <param name="compilation">The compilation.</param>
    /// <param name="options">
    /// Its options and additional files; they are not read until there is something to judge.
    /// </param>
    public MapTargetInspection(Compilation compilation, AnalyzerOptions options)
    {
        _context = new FlowContext(new FrameContracts(), new OperationDeclarations(), new StaticInitializers(compilation));
        _space = new Lazy<GuestAddressSpace>(() => GuestAddressSpace.Read(options));
    }

    /// <summary>Judges what reaches the map targets of a method or an initializer.</summary>
    public void Inspect(OperationBlockAnalysisContext context)
    {
        foreach (IOperation block in context.OperationBlocks.GroupBy(static block => LocalUse.Root(block)).Select(static group => group.First()))
        {
            if (HasFlow(LocalUse.Root(block)) && MapTargetUses.Are(LocalUse.Root(block), context.OwningSymbol, _context.Contracts))
            {
                Inspect(context.GetControlFlowGraph(block), context);
            }
        }
    }

    private void Inspect(ControlFlowGraph graph, OperationBlockAnalysisContext context)
    {
        IReadOnlyList<Demand> demands = MethodFlow.DemandsOf(
            graph, context.OwningSymbol as IMethodSymbol, _context, context.CancellationToken);
        HashSet<(Location, string)> reported = [];
        bool asks = RegionQuestions.AreAsked(graph.OriginalOperation);
        bool knows = demands.Any(static demand => demand.Value.Origins == Origins.Ballooned)
            && (demands.Any(static demand => (demand.Value.Origins & FreeOfCost) != Origins.None) || RegionQuestions.AreKnownTo(context.OwningSymbol));
        IEnumerable<Demand> all = asks ? demands : demands.Concat(ConstantLoop.DemandsOf(graph.OriginalOperation, _context.Contracts));
        foreach (Diagnostic diagnostic in all.SelectMany(demand => MapTargetJudge.Judge(
            demand with { AsksForRegions = asks, KnowsRegions = knows }, _space.Value, context.Compilation)))
        {
            // One argument has one diagnostic of a rule, however many of its values deserve it.
            if (reported.Add((diagnostic.Location, diagnostic.Id)))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static bool HasFlow(IOperation root) => root
        is IMethodBodyBaseOperation or IBlockOperation or ISymbolInitializerOperation;
}
