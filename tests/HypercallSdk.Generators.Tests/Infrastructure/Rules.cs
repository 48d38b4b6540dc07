using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>Runs the analyzers of declarations.</summary>
internal static class Rules
{
    /// <summary>What they say of a guest; an exception in one of them is a diagnostic too.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Judge(Compilation guest, BuildProperties properties)
    {
        ImmutableArray<Diagnostic> diagnostics = await Analyzed(guest, properties).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>What the rules of declarations alone say, in any order.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> JudgeDeclarations(Compilation guest, BuildProperties properties) =>
        await Analyzed(guest, properties, new DeclarationAnalyzer()).GetAnalyzerDiagnosticsAsync();

    /// <summary>The source text that a diagnostic underlines.</summary>
    public static string Underlined(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? string.Empty;

    private static CompilationWithAnalyzers Analyzed(Compilation guest, BuildProperties properties) =>
        Analyzed(guest, properties, new DeclarationAnalyzer(), new BuildPropertyAnalyzer());

    private static CompilationWithAnalyzers Analyzed(
        Compilation guest, BuildProperties properties, params ImmutableArray<DiagnosticAnalyzer> analyzers) => guest.WithAnalyzers(
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], properties), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
}
