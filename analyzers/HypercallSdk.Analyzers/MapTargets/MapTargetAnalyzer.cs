using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>
/// HCS2000 to HCS2009: judges every value that reaches a <c>[MapTarget]</c> or <c>[Proven]</c> place: constants against the
/// project's memory map, all others by where they come from. The hypervisor accepts nearly every address silently, so that here
/// is the last place where a mistake can be seen.
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
                start.RegisterOperationBlockAction(inspection.Inspect);
            }
        });
    }
}
