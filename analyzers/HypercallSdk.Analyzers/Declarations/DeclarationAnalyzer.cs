using System;
using System.Collections.Immutable;
using System.Threading;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Declarations;

/// <summary>
/// HCS0001 to HCS0014: says what is wrong with declarations. It reads them with the reader that the generator reads them
/// with, so what it is silent about is emitted.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The generator reads declarations in files that are marked as generated too.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            BuildOptions options = BuildOptions.Read(start.Options.AnalyzerConfigOptionsProvider);
            DataModel model = DataModel.Of(options.Abi ?? AbiKind.Arm64);
            start.RegisterSymbolAction(symbol => Check(symbol, model), SymbolKind.NamedType);
        });
    }

    private static void Check(SymbolAnalysisContext context, DataModel model)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        void Report(DeclarationProblem problem) => context.ReportDiagnostic(DeclarationRules.For(problem));

        if (RecordReader.Read(type, Report, context.CancellationToken) is not null || RecordReader.IsPlain(type))
        {
            AbiChecker.Check(type, model, Report);
        }

        if (DeclarationReader.IsHypercall(type))
        {
            CheckInterface(type, model, Report, context.CancellationToken);
        }
        else
        {
            StrayOperations.Check(type, Report);
        }
    }

    private static void CheckInterface(
        INamedTypeSymbol type, DataModel model, Action<DeclarationProblem> report, CancellationToken cancellation)
    {
        if (DeclarationReader.Read(type, report, cancellation) is { } declaration)
        {
            AbiChecker.Check(type, declaration, model, report);
        }
    }
}
