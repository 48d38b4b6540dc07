using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>The guest-side sources of one ABI with what the generator makes of them.</summary>
/// <param name="Declared">The sources alone.</param>
/// <param name="Problems">What the analyzers of declarations and the C# compiler say of sources and emitted code.</param>
public sealed record GuestCompilation(CSharpCompilation Declared, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Compiles the sources.</summary>
    public static GuestCompilation Of(GuestSources sources, AbiKind abi)
    {
        CSharpCompilation declared = sources.Compile(abi);
        ProjectProperties properties = ProjectProperties.Of(abi, "hook");
        EmittedGuest emitted = EmittedGuest.Of(declared, properties);
        ImmutableArray<Diagnostic> judged = emitted.Compilation
            .WithAnalyzers([new DeclarationAnalyzer()], new AnalyzerOptions([], properties))
            .GetAllDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();
        return new GuestCompilation(declared, [.. emitted.Problems.Concat(judged).Where(IsFault)]);
    }

    private static bool IsFault(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error
        || diagnostic.Id.StartsWith("HCS", StringComparison.Ordinal)
        || diagnostic.Id.StartsWith("AD", StringComparison.Ordinal);
}
