using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Generators;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HypercallSdk.CodeFixes.Tests.Infrastructure;

/// <summary>A guest's project as an IDE has it open: with the generator at work and the package's properties set.</summary>
internal static class GuestProject
{
    private const string Root = "/project/";

    private const string Map = Root + "guest.memmap";

    private const string Memory = "address-bits 40\nsource guest.dtb\nram 0x40000000 0x8000000 /memory\n";

    private const string Properties = "is_global = true\nbuild_property.HypercallAbi = arm64\nbuild_property.HypercallConduit = hook\n"
        + $"[{Map}]\nbuild_metadata.AdditionalFiles.HypercallMemoryMap = true\n";

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);

    /// <summary>Every analyzer there is: a mend must not be another rule's mistake.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(MapTargetAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly MetadataReference Core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

    private static readonly MetadataReference Support = Compile("src/HypercallSdk.Support");

    private static readonly AnalyzerFileReference Generator =
        new(typeof(HypercallGenerator).Assembly.Location, new AssemblyLoader());

    /// <summary>A project of some files, named <c>0.cs</c>, <c>1.cs</c> and so on.</summary>
    public static Project Of(params string[] sources)
    {
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Guest", "Guest", LanguageNames.CSharp))
            .WithProjectCompilationOptions(id, Options)
            .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.CSharp11))
            .AddMetadataReferences(id, [Core, Support])
            .AddAnalyzerReference(id, Generator)
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id), ".globalconfig", SourceText.From(Properties), filePath: Root + ".globalconfig")
            .AddAdditionalDocument(DocumentId.CreateNewId(id), "guest.memmap", SourceText.From(Memory), filePath: Map);
        for (int index = 0; index < sources.Length; index++)
        {
            solution = solution.AddDocument(
                DocumentId.CreateNewId(id), $"{index}.cs", SourceText.From(sources[index]), filePath: $"{Root}{index}.cs");
        }

        return solution.GetProject(id)!;
    }

    /// <summary>What the rules say of it.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(this Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        return await compilation
            .WithAnalyzers(Rules, project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>What the compiler finds wrong, emitted files included.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Errors(this Project project)
    {
        using MemoryStream image = new();
        Compilation compilation = (await project.GetCompilationAsync())!;
        return [.. compilation.Emit(image).Diagnostics.Where(static item => item.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>The texts of its files.</summary>
    public static async Task<IReadOnlyList<string>> Texts(this Project project)
    {
        List<string> texts = [];
        foreach (Document document in project.Documents.OrderBy(static document => document.Name, StringComparer.Ordinal))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        return texts;
    }

    private static PortableExecutableReference Compile(string folder)
    {
        CSharpParseOptions parse = new(LanguageVersion.CSharp11, preprocessorSymbols: ["HYPERCALL_SUPPORT_PUBLIC"]);
        IEnumerable<SyntaxTree> trees = Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, path));
        using MemoryStream image = new();
        return CSharpCompilation.Create("Support", trees, [Core], Options).Emit(image) is { Success: true }
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidDataException($"{folder} does not compile.");
    }
}
