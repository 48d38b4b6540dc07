using System;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>Source in which white square brackets mark the place at which a rule must speak: <c>⟦here⟧</c>.</summary>
internal static class Marked
{
    private const string Open = "⟦";
    private const string Close = "⟧";

    /// <summary>The source without the marks, and the place between them as offsets from its start.</summary>
    public static (string Source, int Start, int End) Parse(string marked)
    {
        int start = marked.IndexOf(Open, StringComparison.Ordinal);
        int end = marked.IndexOf(Close, StringComparison.Ordinal) - Open.Length;
        string source = marked.Replace(Open, string.Empty, StringComparison.Ordinal).Replace(Close, string.Empty, StringComparison.Ordinal);
        return (source, start, end);
    }
}
