using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HypercallSdk.Analyzers.Tests.MemoryMaps;

/// <summary>Runs analyzers over memory maps.</summary>
internal static class MemoryMapRun
{
    /// <summary>
    /// The diagnostics of a compilation that has the text, or a file that cannot be read, as a memory map.
    /// </summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(string? map, bool isMemoryMap = true) => Diagnostics(
        new MemoryMapAnalyzer(), new Options(isMemoryMap, []), new Text("/project/board.memmap", map));

    /// <summary>The diagnostics that an analyzer has for several maps of a project with these properties.</summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(
        DiagnosticAnalyzer analyzer, Dictionary<string, string> properties, params (string Path, string Text)[] maps) => Diagnostics(
        analyzer, new Options(true, properties), [.. maps.Select(static map => new Text("/project/" + map.Path, map.Text))]);

    private static Task<ImmutableArray<Diagnostic>> Diagnostics(DiagnosticAnalyzer analyzer, Options values, params AdditionalText[] maps)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Guest",
            [CSharpSyntaxTree.ParseText("class Guest { }")],
            RuntimeReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        AnalyzerOptions options = new([.. maps], values);
        return compilation
            .WithAnalyzers(ImmutableArray.Create(analyzer), options)
            .GetAnalyzerDiagnosticsAsync();
    }

    private sealed class Text(string path, string? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) =>
            text is null ? null : SourceText.From(text);
    }

    private sealed class Options(bool isMemoryMap, Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions =>
            new Values(properties.ToDictionary(static property => "build_property." + property.Key, static property => property.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
            isMemoryMap ? new() { ["build_metadata.AdditionalFiles.HypercallMemoryMap"] = "true" } : []);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
