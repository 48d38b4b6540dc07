using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>
/// A small guest as a bare compilation, where the testing library would be too slow or knows too much.
/// </summary>
internal static class GuestCompilation
{
    private static readonly CSharpCompilation Support = CSharpCompilation.Create(
        "Guest",
        GuestSource.Support.Select(static file => CSharpSyntaxTree.ParseText(file.Text)),
        RuntimeReferences.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

    /// <summary>The support source, compiled.</summary>
    public static readonly PortableExecutableReference SupportReference = Support.EmitToReference();

    private static readonly CSharpCompilation User = CSharpCompilation.Create(
        "User",
        references: [.. RuntimeReferences.All, SupportReference],
        options: Support.Options);

    /// <summary>The support source and one file more.</summary>
    public static CSharpCompilation Of(string source) => Support.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source));

    /// <summary>The support source and one file more, and none of the interfaces that the tests have.</summary>
    public static CSharpCompilation OfSupportAlone(string source) => Support.RemoveAllSyntaxTrees().AddSyntaxTrees(
        GuestSource.Support.Where(static file => !file.Name.EndsWith("/IMemory.cs", StringComparison.Ordinal))
            .Select(static file => CSharpSyntaxTree.ParseText(file.Text))
            .Append(CSharpSyntaxTree.ParseText(source)));

    /// <summary>One file in an assembly of its own, which refers to the support.</summary>
    public static CSharpCompilation Using(string source) => User.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source));

    private static PortableExecutableReference EmitToReference(this CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        return compilation.Emit(image).Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException("The support source does not compile.");
    }
}
