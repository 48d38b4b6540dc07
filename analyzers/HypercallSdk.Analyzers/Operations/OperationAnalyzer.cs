using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Operations;

/// <summary>What all rules about operations begin with: a project without an operation costs nothing, and generated code is left alone.</summary>
public abstract class OperationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (OperationDeclarations.ArePresent(start.Compilation))
            {
                Start(start, new OperationDeclarations());
            }
        });
    }

    /// <summary>Registers what a rule looks at.</summary>
    /// <param name="start">The compilation, which has operations.</param>
    /// <param name="declarations">Knows them.</param>
    private protected abstract void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations);
}
