using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>Compilations as guests have them: C# 11, the support source inside, reference assemblies of .NET 10.</summary>
internal static class Guest
{
    /// <summary>The newest C# that guest source and emitted code may need.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp11, DocumentationMode.Diagnose);

    private static readonly IReadOnlyList<SyntaxTree> Support = Parse("guest/support/");

    /// <summary>Xen's own declarations, as the package ships them.</summary>
    public static CSharpCompilation Xen { get; } = Empty.AddSyntaxTrees(Parse("guest/xen/"));

    private static CSharpCompilation Empty => CSharpCompilation.Create("Guest", Support, References.Net10, new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable,
        optimizationLevel: OptimizationLevel.Release, generalDiagnosticOption: ReportDiagnostic.Default, warningLevel: 9999));

    /// <summary>A guest with declarations of its own.</summary>
    public static CSharpCompilation With(params string[] sources) => Empty.AddSyntaxTrees(
        sources.Select(static (source, index) => Tree(source, $"Source{index}.cs")));

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

    private static IReadOnlyList<SyntaxTree> Parse(string prefix) =>
        [.. Resource.Names(prefix).Select(static name => Tree("#define HYPERCALL_SUPPORT_PUBLIC\n" + Resource.Find(name), name))];
}
