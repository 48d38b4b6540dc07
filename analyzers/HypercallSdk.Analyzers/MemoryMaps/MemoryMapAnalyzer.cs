using System.Collections.Immutable;
using HypercallSdk.Model;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.MemoryMaps;

/// <summary>HCS0906: says what is wrong with a memory map, at the line and column of the mistake.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemoryMapAnalyzer : DiagnosticAnalyzer
{
    private const string Id = "HCS0906";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A memory map cannot be read",
        "The memory map cannot be used, and no address is judged by it: {0}; {1}",
        RuleCategories.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start => MemoryMapFiles.Watch(start, Report));
    }

    private static void Report(AdditionalFileAnalysisContext context)
    {
        foreach (MemoryMapProblem problem in MemoryMapFiles.Read(context.AdditionalFile).Problems)
        {
            string cause = problem.Place.Length == 0 ? problem.Cause : problem.Place + ": " + problem.Cause;
            Location place = MemoryMapPlace.Of(
                context.AdditionalFile, new SourcePosition(problem.Path, problem.Line, problem.Column));
            context.ReportDiagnostic(Diagnostic.Create(Rule, place, cause, problem.Mend));
        }
    }
}
