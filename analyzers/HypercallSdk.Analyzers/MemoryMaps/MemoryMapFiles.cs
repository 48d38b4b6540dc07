using System;
using System.Linq;
using System.Runtime.CompilerServices;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HypercallSdk.Analyzers.MemoryMaps;

/// <summary>
/// The project's memory maps, as text: binary device trees were turned into it before the compiler ran.
/// </summary>
internal static class MemoryMapFiles
{
    private const string Mark = "build_metadata.AdditionalFiles.HypercallMemoryMap";

    // One text is one object from keystroke to keystroke, and its map goes when the text goes.
    private static readonly ConditionalWeakTable<AdditionalText, MemoryMapResult> Results = new();

    /// <summary>Whether the file is a memory map of the project.</summary>
    public static bool Contain(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Mark, out string? value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Has each of the project's memory maps looked at; a project without any is left alone.</summary>
    public static void Watch(CompilationStartAnalysisContext start, Action<AdditionalFileAnalysisContext> look)
    {
        if (start.Options.AdditionalFiles.Any(file => Contain(file, start.Options.AnalyzerConfigOptionsProvider)))
        {
            start.RegisterAdditionalFileAction(context =>
            {
                if (Contain(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider))
                {
                    look(context);
                }
            });
        }
    }

    /// <summary>Reads a memory map, once for as long as its text stays the same.</summary>
    public static MemoryMapResult Read(AdditionalText file) => Results.GetValue(file, Parse);

    private static MemoryMapResult Parse(AdditionalText file) => file.GetText() is SourceText text
        ? Parse(text.ToString(), file.Path)
        : new MemoryMapResult(null, [Unreadable(file.Path)]);

    private static MemoryMapResult Parse(string text, string path) => path.EndsWith(".dts", StringComparison.OrdinalIgnoreCase)
        ? DeviceTreeMemoryMap.Read(text, path)
        : MemoryMapText.Parse(text, path);

    private static MemoryMapProblem Unreadable(string path) =>
        new(path, "", 0, 0, "the file cannot be read as text", "check that it exists and is a .dts or .memmap file");
}
