using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>
/// HCS2000 to HCS2004: judges every constant that reaches a <c>[MapTarget]</c> parameter against the project's memory
/// map. The hypervisor accepts nearly every address silently, so that here is the last place where a mistake can be
/// seen.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MapTargetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => MapTargetJudge.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (SupportTypes.ArePresent(start.Compilation))
            {
                MapTargetInspection inspection = new(start.Compilation, start.Options);
                start.RegisterOperationAction(
                    inspection.Inspect,
                    OperationKind.Invocation,
                    OperationKind.ObjectCreation,
                    OperationKind.PropertyReference);
            }
        });
    }
}
