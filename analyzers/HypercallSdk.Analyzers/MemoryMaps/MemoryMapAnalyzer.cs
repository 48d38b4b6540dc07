using System;
using System.Collections.Immutable;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

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
        context.RegisterAdditionalFileAction(static context =>
        {
            if (MemoryMapFiles.Contain(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider))
            {
                Report(context);
            }
        });
    }

    private static void Report(AdditionalFileAnalysisContext context)
    {
        foreach (MemoryMapProblem problem in MemoryMapFiles.Read(context.AdditionalFile).Problems)
        {
            string cause = problem.Place.Length == 0 ? problem.Cause : problem.Place + ": " + problem.Cause;
            context.ReportDiagnostic(Diagnostic.Create(Rule, Place(context.AdditionalFile, problem), cause, problem.Mend));
        }
    }

    private static Location Place(AdditionalText file, MemoryMapProblem problem)
    {
        LinePosition start = new(Math.Max(problem.Line - 1, 0), Math.Max(problem.Column - 1, 0));
        TextLineCollection? lines = file.GetText()?.Lines;
        TextSpan span = lines is not null && start.Line < lines.Count
            ? TextSpan.FromBounds(Math.Min(lines[start.Line].Start + start.Character, lines[start.Line].End), lines[start.Line].End)
            : default;
        return Location.Create(file.Path, span, new LinePositionSpan(start, new(start.Line, start.Character + span.Length)));
    }
}
