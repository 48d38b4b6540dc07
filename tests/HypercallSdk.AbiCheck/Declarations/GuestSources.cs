using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>The guest-side sources: the support and Xen's declarations.</summary>
/// <param name="Support">The folder of the support.</param>
/// <param name="Xen">The folder of Xen's declarations, one folder in it for each binding.</param>
/// <param name="Edits">Mistakes to make before they are read.</param>
public sealed record GuestSources(string Support, string Xen, IReadOnlyList<SourceEdit> Edits)
{
    private static readonly ConcurrentDictionary<(string File, bool HasSymbols), SyntaxTree> Parsed = [];

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The sources of this repository, with or without mistakes.</summary>
    public static GuestSources OfRepository(params IReadOnlyList<SourceEdit> edits) =>
        new(Repository.PathOf("src/HypercallSdk.Support"), Repository.PathOf("src/HypercallSdk.Xen"), edits);

    /// <summary>A guest with the support and declarations of its own, before anything is emitted.</summary>
    /// <param name="source">Its one file.</param>
    public static CSharpCompilation Guest(string source)
    {
        CSharpParseOptions options = OptionsOf(AbiKind.Arm64);
        GuestSources repository = OfRepository();
        SyntaxTree own = CSharpSyntaxTree.ParseText(source, options, "Guest.cs");
        return Compile([.. FilesOf(repository.Support).Select(file => repository.TreeOf(file, options)), own]);
    }

    /// <summary>Compiles them as a guest of an ABI does, before anything is emitted.</summary>
    public CSharpCompilation Compile(AbiKind abi)
    {
        CSharpParseOptions options = OptionsOf(abi);
        return Compile(FilesOf(Support).Concat(FilesOf(Xen)).Select(file => TreeOf(file, options)));
    }

    /// <summary>How findings name a file: its path in the declarations, <c>memory_op/IMemoryOp.cs</c>, or its name.</summary>
    public string NameOf(string file)
    {
        string relative = Path.GetRelativePath(Xen, file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(file) : relative;
    }

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> files) => CSharpCompilation.Create(
        "Guest", files, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], CompilationOptions);

    private static CSharpParseOptions OptionsOf(AbiKind abi) => new(
        LanguageVersion.CSharp11, preprocessorSymbols: abi == AbiKind.X86_32 ? ["HYPERCALL_ABI_X86_32"] : []);

    private static IEnumerable<string> FilesOf(string folder) => Directory
        .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private SyntaxTree TreeOf(string file, CSharpParseOptions options)
    {
        SyntaxTree Parse() => CSharpSyntaxTree.ParseText(TextOf(file), options, file);

        // One mistake changes one file: the others are parsed once for all.
        bool isEdited = Edits.Any(edit => edit.File == Path.GetFileName(file));
        return isEdited ? Parse() : Parsed.GetOrAdd((file, options.PreprocessorSymbolNames.Any()), _ => Parse());
    }

    private string TextOf(string file)
    {
        string text = File.ReadAllText(file);
        foreach (SourceEdit edit in Edits.Where(edit => edit.File == Path.GetFileName(file)))
        {
            if (!text.Contains(edit.Old, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{edit.File} does not hold '{edit.Old}'; mend the edit.");
            }

            text = text.Replace(edit.Old, edit.New, StringComparison.Ordinal);
        }

        return text;
    }
}
