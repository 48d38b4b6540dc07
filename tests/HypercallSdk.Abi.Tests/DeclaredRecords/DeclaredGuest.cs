using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Analyzers.Declarations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>A guest's project that declares records: compiled, read and emitted as a build would do it.</summary>
internal sealed class DeclaredGuest
{
    /// <summary>The namespace of all that it declares.</summary>
    public const string Namespace = "Declared";

    private readonly CSharpCompilation _source;

    /// <param name="records">What it declares.</param>
    /// <param name="abi">The ABI that it is built for.</param>
    public DeclaredGuest(IReadOnlyList<DeclaredRecord> records, AbiKind abi)
    {
        Records = records;
        Abi = abi;
        string[] declarations = [.. records.Select(DeclarationText.Of)];
        string[] files = [string.Join('\n', DeclarationText.PreludeOf(string.Concat(declarations))), .. declarations];
        _source = SupportImage.Compilation(
            "Guest",
            files.Select((file, index) => Parse(file, $"Source{index}.cs")),
            MetadataReference.CreateFromImage(SupportImage.Of(abi)));
    }

    /// <summary>What it declares.</summary>
    public IReadOnlyList<DeclaredRecord> Records { get; }

    /// <summary>The ABI that it is built for.</summary>
    public AbiKind Abi { get; }

    private ProjectProperties Properties => ProjectProperties.Of(Abi, "hook");

    /// <summary>What the generator's reader makes of a declared record; null when it has no layout.</summary>
    public CompositeType? Read(DeclaredRecord record) =>
        AbiTypeReader.Read(SymbolOf(_source, record.Name)) as CompositeType;

    /// <summary>Runs the generator.</summary>
    public CSharpCompilation Emit() => EmittedGuest.Of(_source, Properties).Compilation;

    /// <summary>Takes text for what the generator emitted.</summary>
    public CSharpCompilation Pretend(string emitted) => _source.AddSyntaxTrees(Parse(emitted, "Pretended.cs"));

    /// <summary>What the rules of declarations say.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Judge(CSharpCompilation emitted)
    {
        ImmutableArray<Diagnostic> diagnostics = await emitted
            .WithAnalyzers([new DeclarationAnalyzer()], new AnalyzerOptions([], Properties))
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics;
    }

    /// <summary>A file of the guest.</summary>
    public SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(
        $"using HypercallSdk;\nnamespace {Namespace};\n{text}", SupportImage.ParseOptions(Abi), path);

    /// <summary>Compiles the guest, what was emitted and more files.</summary>
    /// <exception cref="InvalidOperationException">The compiler complains, warnings included.</exception>
    public static byte[] Compile(CSharpCompilation emitted, params IEnumerable<SyntaxTree> more)
    {
        using MemoryStream image = new();
        ImmutableArray<Diagnostic> diagnostics = emitted.AddSyntaxTrees(more).Emit(image).Diagnostics;
        Diagnostic[] complaints =
            [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)];
        return complaints.Length == 0
            ? image.ToArray()
            : throw new InvalidOperationException($"{complaints.Length} complaints:\n{string.Join('\n', complaints.Take(5).Select(InContext))}");
    }

    /// <summary>The symbol of a declared type.</summary>
    public static INamedTypeSymbol SymbolOf(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName($"{Namespace}.{name}")
        ?? throw new InvalidOperationException($"The guest has no type {name}.");

    private static string InContext(Diagnostic diagnostic) =>
        $"{diagnostic}\n{diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}";
}
