using System.Collections.Generic;
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
        CompilationWithAnalyzers judged = guest.WithAnalyzers(
            [new DeclarationAnalyzer(), new BuildPropertyAnalyzer()], new AnalyzerOptions([], properties));
        return [.. (await judged.GetAnalyzerDiagnosticsAsync()).OrderBy(static diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>The source text that a diagnostic underlines.</summary>
    public static string Underlined(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? string.Empty;
}
