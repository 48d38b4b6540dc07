using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>HCS6001, HCS6002, HCS6005 and HCS6007: holds the memory that hypercalls are given against how long it stays where it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemoryAnalyzer : OperationAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(MemoryRules.Moved, MemoryRules.Outlived, MemoryRules.Unlocked, MemoryRules.Stored);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        bool isProcess = BuildOptions.Read(start.Options.AnalyzerConfigOptionsProvider).Conduit == ConduitKind.Privcmd;
        start.RegisterOperationBlockAction(block => Inspect(block, declarations, isProcess));
    }

    private static void Inspect(OperationBlockAnalysisContext context, OperationDeclarations declarations, bool isProcess)
    {
        foreach (IBlockOperation block in context.OperationBlocks.OfType<IBlockOperation>())
        {
            // A branch of which a half is typed leads nowhere.
            if (block.Syntax.ContainsDiagnostics || (!HasPointers(block, declarations) && !HasPointerFields(block)))
            {
                continue;
            }

            ControlFlowGraph graph = context.GetControlFlowGraph(block);
            MemoryFlow flow = new(declarations);
            flow.Run(graph, MemoryState.Empty, context.CancellationToken);
            bool returns = graph.Blocks[graph.Blocks.Length - 1].IsReachable;
            foreach (Diagnostic found in flow.Uses.SelectMany(use => MemoryJudge.Of(use, isProcess, returns)))
            {
                context.ReportDiagnostic(found);
            }

            foreach (Diagnostic found in flow.Stores.Select(stored => MemoryJudge.Of(stored, block.SemanticModel, declarations, returns)).OfType<Diagnostic>())
            {
                context.ReportDiagnostic(found);
            }
        }
    }

    private static bool HasPointerFields(IBlockOperation block) => block.DescendantsAndSelf()
        .OfType<ISimpleAssignmentOperation>()
        .Any(static assignment => assignment.Target is IFieldReferenceOperation { Field.Type: IPointerTypeSymbol });

    private static bool HasPointers(IBlockOperation block, OperationDeclarations declarations) => block.DescendantsAndSelf()
        .OfType<IInvocationOperation>()
        .Any(call => call.Arguments.Length > 0 && declarations.Of(call) is not null);
}
