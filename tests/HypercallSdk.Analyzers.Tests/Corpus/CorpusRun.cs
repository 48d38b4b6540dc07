using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Tests.Corpus;

/// <summary>A case's bug or mend under the compiler and every rule, on a domU whose memory map is known.</summary>
internal static class CorpusRun
{
    /// <summary>What the compiler and the rules find, each as <c>file(line): id</c>, in order.</summary>
    /// <param name="entry">The case.</param>
    /// <param name="part"><c>Bug</c> or <c>Fix</c>.</param>
    public static async Task<string[]> Find(CorpusCase entry, string part)
    {
        string source = entry.Text(part + ".cs") ?? throw new InvalidOperationException($"{entry.Name} has no {part}.cs.");
        string map = entry.Text(part + ".memmap") ?? GuestSource.Map;
        IEnumerable<Diagnostic> found = await XenGuest.Everything($"{part}.cs", source, new MemoryMapText($"{part}.memmap", map));
        return [.. found.Where(static item => item.Severity != DiagnosticSeverity.Hidden).Select(Describe).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Describe(Diagnostic item)
    {
        FileLinePositionSpan place = item.Location.GetLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {item.Id}";
    }
}
