using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>Compilations as guests have them: C# 11, the support source inside, reference assemblies of .NET 10.</summary>
internal static class Guest
{
    /// <summary>The newest C# that guest source and emitted code may need.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp11, DocumentationMode.Diagnose);

    /// <summary>The part of the support source that declarations are written in.</summary>
    private static readonly CSharpCompilation Language = Create(
        [.. Parse("guest/support/Attributes/"), .. Parse("guest/support/Frames/"), .. Parse("guest/support/Results/"), .. Parse("guest/xen/XenULong")]);

    /// <summary>All guest source that the package ships: the support, and Xen's own declarations.</summary>
    public static CSharpCompilation Xen { get; } = Create(Parse("guest/"));

    /// <summary>The same for a process in a Linux control domain.</summary>
    public static CSharpCompilation XenOnLinux { get; } = Create(Parse("guest/", "HYPERCALL_LINUX"));

    /// <summary>What of the support source a process in a Linux control domain has beside the others.</summary>
    public static IReadOnlyList<SyntaxTree> Linux { get; } = Parse("guest/support/Linux/", "HYPERCALL_LINUX");

    /// <summary>An empty guest that has the support source from another project's assembly: cheap to compile often.</summary>
    public static CSharpCompilation Borrowing { get; } = Create([]).AddReferences(Image(Language));

    /// <summary>A guest with declarations of its own.</summary>
    public static CSharpCompilation With(params string[] sources) => Language.AddSyntaxTrees(
        [.. sources.Select(static (source, index) => Tree(source, $"Source{index}.cs"))]);

    /// <summary>A file of a guest.</summary>
    public static SyntaxTree Tree(string source, string path = "Source0.cs") => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    /// <summary>Members in an interface that is sound but for them, behind the usings that declarations need.</summary>
    public static string Interface(string members, string types = "") => $$"""
        using HypercallSdk;

        namespace Demo;

        {{types}}

        [Hypercall(40, "demo_op")]
        public unsafe partial interface IDemoOp
        {
            {{members}}
        }
        """;

    private static PortableExecutableReference Image(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.WithAssemblyName("Support").Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidDataException(string.Join('\n', result.Diagnostics));
    }

    private static CSharpCompilation Create(IEnumerable<SyntaxTree> files) => CSharpCompilation.Create("Guest", files, References.Net10, new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false,
        optimizationLevel: OptimizationLevel.Release, generalDiagnosticOption: ReportDiagnostic.Default, warningLevel: 9999));

    private static IReadOnlyList<SyntaxTree> Parse(string prefix, params string[] constants) =>
        [.. Resource.Names(prefix).Select(name => Tree(Defined([.. constants, "HYPERCALL_SUPPORT_PUBLIC"]) + Resource.Find(name), name))];

    private static string Defined(IEnumerable<string> constants) =>
        string.Concat(constants.Select(static constant => $"#define {constant}\n"));
}
