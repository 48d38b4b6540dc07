using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HypercallSdk.Analyzers.Tests.MemoryMaps;

/// <summary>Runs <see cref="MemoryMapAnalyzer"/> over one additional file.</summary>
internal static class MemoryMapRun
{
    /// <summary>
    /// The diagnostics of a compilation that has the text, or a file that cannot be read, as a memory map.
    /// </summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(string? map, bool isMemoryMap = true)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Guest",
            [CSharpSyntaxTree.ParseText("class Guest { }")],
            RuntimeReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        AnalyzerOptions options = new(ImmutableArray.Create<AdditionalText>(new Text(map)), new Options(isMemoryMap));
        return compilation
            .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new MemoryMapAnalyzer()), options)
            .GetAnalyzerDiagnosticsAsync();
    }

    private sealed class Text(string? text) : AdditionalText
    {
        public override string Path => "/project/board.memmap";

        public override SourceText? GetText(CancellationToken cancellationToken = default) =>
            text is null ? null : SourceText.From(text);
    }

    private sealed class Options(bool isMemoryMap) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(false);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(false);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(isMemoryMap);
    }

    private sealed class Values(bool isMemoryMap) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isMemoryMap && key == "build_metadata.AdditionalFiles.HypercallMemoryMap" ? "true" : null;
            return value is not null;
        }
    }
}
