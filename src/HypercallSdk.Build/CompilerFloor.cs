using System;

namespace HypercallSdk.Build;

/// <summary>
/// The oldest compiler and language that the package can do with. An older compiler would leave the generator out with no more
/// than a warning; an older language would be a page of errors in files that the project's author never saw.
/// </summary>
internal static class CompilerFloor
{
    private const string CompilerPrefix = "roslyn";

    /// <summary>What the generator and the analyzers are built against.</summary>
    public static Version Compiler { get; } = new(4, 8);

    /// <summary>What the guest-side source is written in.</summary>
    public static Version Language { get; } = new(11, 0);

    /// <summary>Whether a <c>CompilerApiVersion</c> is below <see cref="Compiler"/>. One of another form is not judged.</summary>
    public static bool IsCompilerTooOld(string apiVersion) =>
        apiVersion.StartsWith(CompilerPrefix, StringComparison.OrdinalIgnoreCase)
        && IsBelow(apiVersion.Substring(CompilerPrefix.Length), Compiler);

    /// <summary>Whether a <c>LangVersion</c> is below <see cref="Language"/>. A word, such as <c>latest</c>, is not judged.</summary>
    public static bool IsLanguageTooOld(string langVersion) => IsBelow(langVersion, Language);

    private static bool IsBelow(string text, Version floor)
    {
        string withMinor = text.IndexOf('.') < 0 ? text + ".0" : text;
        return Version.TryParse(withMinor, out Version version) && version < floor;
    }
}
