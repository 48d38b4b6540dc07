using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>One warning or error as a build prints it.</summary>
/// <param name="Project">The project's name without its extension.</param>
/// <param name="File">The file's name without its folder; empty where there is none.</param>
/// <param name="Line">The line, counted from 1; 0 where there is none.</param>
/// <param name="Severity"><c>warning</c> or <c>error</c>.</param>
/// <param name="Code">Its code, such as <c>HCS2002</c>.</param>
/// <param name="Text">The message.</param>
internal sealed partial record BuildDiagnostic(string Project, string File, int Line, string Severity, string Code, string Text)
{
    /// <summary>Reads a line of a build's output.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The diagnostic; null when the line is none.</returns>
    public static BuildDiagnostic? Parse(string line)
    {
        Match match = Form().Match(line);
        // Where the file is the project itself, MSBuild does not say it again at the end.
        Group project = match.Groups["project"].Success ? match.Groups["project"] : match.Groups["file"];
        return !match.Success ? null : new BuildDiagnostic(
            Path.GetFileNameWithoutExtension(project.Value),
            Path.GetFileName(match.Groups["file"].Value),
            match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
            match.Groups["severity"].Value,
            match.Groups["code"].Value,
            match.Groups["text"].Value);
    }

    /// <summary>The form in which a failed check shows it.</summary>
    public override string ToString() => $"{File}({Line}): {Severity} {Code}: {Text} [{Project}]";

    [GeneratedRegex(@"^\s*(?<file>[^()]*?)(\((?<line>\d+)(,\d+)*\))?\s*: (?<severity>warning|error) (?<code>\w+): (?<text>.*?)( \[(?<project>[^\[\]]+proj)\])?$")]
    private static partial Regex Form();
}
