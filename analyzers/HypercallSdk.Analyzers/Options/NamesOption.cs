using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Options;

/// <summary>An option that is a list of names, or of parts of names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">What holds where it is not set, or is set to what it cannot be.</param>
internal sealed record NamesOption(string Name, ImmutableArray<string> Default)
{
    /// <summary>The value for a file.</summary>
    public ImmutableArray<string> In(AnalyzerConfigOptions options) =>
        options.TryGetValue(Name, out string? text) && TryParse(text, out ImmutableArray<string> names) ? names : Default;

    /// <summary>Reads a value: an empty one is no names at all.</summary>
    public static bool TryParse(string text, out ImmutableArray<string> names)
    {
        names = text.Trim().Length == 0
            ? ImmutableArray<string>.Empty
            : text.Split(',').Select(static name => name.Trim()).ToImmutableArray();
        return names.All(SyntaxFacts.IsValidIdentifier);
    }
}
