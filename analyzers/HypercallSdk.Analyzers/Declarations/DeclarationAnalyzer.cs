using System.Collections.Immutable;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Declarations;

/// <summary>
/// HCS0001 to HCS0014 and HCS0016 to HCS0023: says what is wrong with declarations. It reads them with the reader that the
/// generator reads them with, so what it is silent about is emitted.
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
            if (!DeclarationProblems.CanOccurIn(start.Compilation))
            {
                return;
            }

            BuildOptions options = BuildOptions.Read(start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterSymbolAction(symbol => Check(symbol, options), SymbolKind.NamedType);
        });
    }

    private static void Check(SymbolAnalysisContext context, BuildOptions options) => DeclarationProblems.Find(
        (INamedTypeSymbol)context.Symbol,
        options.Abi ?? AbiKind.Arm64,
        options.Conduit,
        problem => context.ReportDiagnostic(DeclarationRules.For(problem)),
        context.CancellationToken);
}
