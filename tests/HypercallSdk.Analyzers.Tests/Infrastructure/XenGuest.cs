using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>
/// A guest that uses Xen's own declarations, as the generator emits them. They are compiled once, into an assembly that the guest
/// refers to; what a guest declares itself is generated with it.
/// </summary>
internal static class XenGuest
{
    private static readonly CSharpParseOptions Language =
        new(LanguageVersion.CSharp12, preprocessorSymbols: ["HYPERCALL_SUPPORT_PUBLIC"]);

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly Lazy<MetadataReference> Xen = new(Compile);

    /// <summary>The rules about units and about calls: HCS1xxx, HCS2013, HCS3xxx to HCS6xxx.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. AllRules.Make().Where(static rule => rule.SupportedDiagnostics.All(static item => item.Id[3] is '1' or (>= '3' and <= '6') || item.Id is "HCS0026" or "HCS2013")),
    ];

    /// <summary>Checks statements, with the testing library's markup for the diagnostics that they shall have.</summary>
    public static Task Statements(string statements, params (string Name, string Value)[] properties) =>
        Members(Method(statements), properties);

    /// <summary>Checks the members of a class.</summary>
    public static Task Members(string members, params (string Name, string Value)[] properties) =>
        File(Class(members), properties);

    /// <summary>A method of these statements, in lines of their own: a message's record shows the case and not what is around it.</summary>
    public static string Method(string statements) =>
        $"public static bool Run(ulong number, bool condition, Gfn gfn, Gfn* gfns)\n{{\n{statements}\nreturn true;\n}}";

    /// <summary>A class of these members.</summary>
    public static string Class(string members) => $"public static unsafe class Guest\n{{\n{members}\n}}";

    /// <summary>Checks types, which may be declarations of hypercalls.</summary>
    public static Task File(string types, params (string Name, string Value)[] properties) => Check("1346", types, properties);

    /// <summary>Checks types by the rules of some groups.</summary>
    /// <param name="groups">The groups' digits.</param>
    /// <param name="types">The types.</param>
    /// <param name="properties">What the project says.</param>
    public static async Task Check(string groups, string types, params (string Name, string Value)[] properties)
    {
        string marked = $"using System;\nusing HypercallSdk;\nusing HypercallSdk.Xen;\n{types}\n";
        TestFileMarkupParser.GetSpans(marked, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> expected);

        Diagnostic[] found = [.. (await Diagnostics(source, properties)).Where(item => item.Id is not ['H', 'C', 'S', ..] || groups.Contains(item.Id[3]))];

        Assert.Equal(
            expected.SelectMany(static pair => pair.Value.Select(span => Describe(pair.Key, span))).Order(),
            found.Select(static item => Describe(item.Id, item.Location.SourceSpan)).Order());
        Assert.All(found, MessageRecord.Check);
    }

    /// <summary>What the rules say of a file that compiles.</summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(string source, params (string Name, string Value)[] properties) =>
        Diagnostics(source, ImmutableDictionary<string, ReportDiagnostic>.Empty, properties);

    /// <summary>What the rules say of a file that compiles, where some have another severity.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(
        string source, ImmutableDictionary<string, ReportDiagnostic> severities, params (string Name, string Value)[] properties)
    {
        BuildProperties build = new([
            ("HypercallAbi", "arm64"), ("HypercallConduit", "hook"), ("HypercallGuest", "arm-domU"), ("HypercallXenMinimum", "4.17"), .. properties,
        ]);
        Compilation compilation = Generate([CSharpSyntaxTree.ParseText(source, Language)], [Xen.Value], build);
        Assert.Empty(compilation.GetDiagnostics().Where(static item => item.Severity == DiagnosticSeverity.Error));
        return await Analyze(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities)), build);
    }

    /// <summary>What the rules say of a file, whether it compiles or not.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsOfBroken(string source)
    {
        BuildProperties build = new(("HypercallAbi", "arm64"), ("HypercallConduit", "hook"));
        return Analyze(
            CSharpCompilation.Create("Guest", [CSharpSyntaxTree.ParseText(source, Language)], [.. RuntimeReferences.All, Xen.Value], Options), build);
    }

    /// <summary>What the compiler and all rules say of a file in an arm64 domU with a memory map.</summary>
    public static Task<ImmutableArray<Diagnostic>> Everything(string path, string source, MemoryMapText map)
    {
        BuildProperties build = new(
            ("HypercallAbi", "arm64"), ("HypercallConduit", "hook"), ("HypercallGuest", "arm-domU"), ("HypercallXenMinimum", "4.17"));
        return Everything(Generate([CSharpSyntaxTree.ParseText(source, Language, path)], [Xen.Value], build), build, map);
    }

    /// <summary>What the compiler and all rules say of the folders' files and the support source, as one assembly.</summary>
    public static Task<ImmutableArray<Diagnostic>> Everything(
        string abi, string conduit, string guest, IEnumerable<string> folders, MemoryMapText map)
    {
        BuildProperties build = new(
            ("HypercallAbi", abi), ("HypercallConduit", conduit), ("HypercallGuest", guest), ("HypercallXenMinimum", "4.17"));
        CSharpParseOptions language = new(LanguageVersion.CSharp12, preprocessorSymbols: ["HYPERCALL_ABI_" + abi.ToUpperInvariant()]);
        IEnumerable<SyntaxTree> trees = Trees(["src/HypercallSdk.Support", .. folders], language);
        return Everything(Generate(trees, [], build, language), build, map);
    }

    private static async Task<ImmutableArray<Diagnostic>> Everything(Compilation compilation, BuildProperties build, MemoryMapText map)
    {
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(AllRules.Make(), new AnalyzerOptions([map], build))
            .GetAnalyzerDiagnosticsAsync();
        return [.. compilation.GetDiagnostics(), .. found];
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, BuildProperties build) =>
        await compilation.WithAnalyzers(Rules, new AnalyzerOptions([], build)).GetAnalyzerDiagnosticsAsync();

    private static Compilation Generate(
        IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references, BuildProperties build, CSharpParseOptions? language = null)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Guest", trees, [.. RuntimeReferences.All, .. references], Options);
        CSharpGeneratorDriver.Create([new HypercallGenerator().AsSourceGenerator()], optionsProvider: build, parseOptions: language ?? Language)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return generated;
    }

    private static PortableExecutableReference Compile()
    {
        string[] folders =
        [
            "src/HypercallSdk.Support",
            .. new[] { "common", "memory_op", "grant_table_op", "xen_version", "argo_op", "event_channel_op", "sched_op", "vcpu_op", "vcpu_guest_context", "shared_info", "console_io" }
                .Select(static binding => "src/HypercallSdk.Xen/" + binding),
        ];
        BuildProperties build = new(("HypercallAbi", "arm64"), ("HypercallConduit", "hook"), ("HypercallSupport", "public"));
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = Generate(Trees(folders, Language), [], build).WithAssemblyName("Xen").Emit(image);
        return emitted.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidDataException(string.Join('\n', emitted.Diagnostics.Where(static item => item.Severity == DiagnosticSeverity.Error)));
    }

    private static IEnumerable<SyntaxTree> Trees(IEnumerable<string> folders, CSharpParseOptions language) => folders
        .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => CSharpSyntaxTree.ParseText(System.IO.File.ReadAllText(path), language, path));

    private static string Describe(string id, TextSpan span) => $"{id} {span.Start:D5}-{span.End:D5}";
}
