using System;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Arguments;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>HCS5002 to HCS5006 and HCS5009: follows what a method maps and unmaps.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LifecycleAnalyzer : OperationAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => LifecycleRules.All;

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        ProjectPromise promise = ProjectPromise.Read(start.Options.AnalyzerConfigOptionsProvider);
        ArgumentConstant constants = new(new StaticInitializers(start.Compilation));
        start.RegisterOperationBlockAction(block => Inspect(block, declarations, call => OnlyPage.MappedBy(call, promise, constants)));
    }

    private static void Inspect(OperationBlockAnalysisContext context, OperationDeclarations declarations, Func<OperationCall, OnlyPage?> pageOf)
    {
        foreach (IBlockOperation block in context.OperationBlocks.OfType<IBlockOperation>())
        {
            // A branch of which a half is typed leads nowhere.
            if (block.Syntax.ContainsDiagnostics || !Maps(block, declarations))
            {
                continue;
            }

            LifecycleFindings findings = new();
            LifecycleFlow flow = new(declarations, Escape.Captured(block).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default), pageOf, findings);
            flow.Run(context.GetControlFlowGraph(block), LifecycleState.None, context.CancellationToken);
            foreach (Diagnostic diagnostic in LifecycleRules.Judge(findings))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static bool Maps(IBlockOperation block, OperationDeclarations declarations) => block.DescendantsAndSelf()
        .OfType<IInvocationOperation>()
        .Select(declarations.Of)
        .OfType<OperationCall>()
        .Any(static call => Inverses.IsMaker(call.Declaration) || Inverses.MakerOf(call.Declaration) is not null);
}
