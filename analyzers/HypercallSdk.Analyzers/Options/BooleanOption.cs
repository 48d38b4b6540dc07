using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Options;

/// <summary>An option that is true or false.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOnByDefault">What holds where it is not set, or is set to what it cannot be.</param>
internal sealed record BooleanOption(string Name, bool IsOnByDefault)
{
    /// <summary>The value for a file.</summary>
    public bool In(AnalyzerConfigOptions options) =>
        options.TryGetValue(Name, out string? text) && TryParse(text, out bool value) ? value : IsOnByDefault;

    /// <summary>Reads a value.</summary>
    public static bool TryParse(string text, out bool value) => bool.TryParse(text.Trim(), out value);
}
