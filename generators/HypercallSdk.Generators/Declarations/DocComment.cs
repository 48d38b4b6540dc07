using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// Doc comments as they stand in the source. The compiler's own reading of them is empty in projects that write no
/// documentation file, and those want them in the emitted code as well.
/// </summary>
internal static class DocComment
{
    /// <summary>Everything that C# takes for the end of a line.</summary>
    private static readonly char[] LineEnds = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    private static readonly Regex Parameter = new("<param name=\"([^\"]*)\">(.*?)</param>");

    /// <summary>The lines above a declaration that begin with three slashes, without their indentation.</summary>
    public static EquatableArray<string> Of(SyntaxNode declaration)
    {
        List<string> lines = [];
        string trivia = declaration.GetLeadingTrivia().ToFullString();
        foreach (string line in trivia.Split(LineEnds))
        {
            string text = line.Trim();
            if (text.StartsWith("///", System.StringComparison.Ordinal))
            {
                lines.Add(text);
            }
        }

        return new EquatableArray<string>(lines);
    }

    /// <summary>What a method's doc comment says of each parameter, on one line.</summary>
    public static Dictionary<string, string> ParametersOf(IMethodSymbol method, CancellationToken cancellation)
    {
        Dictionary<string, string> texts = [];
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration)
        {
            string comment = string.Join(" ", Of(declaration).Select(static line => line.Substring(3).Trim()));
            foreach (Match match in Parameter.Matches(comment))
            {
                texts[match.Groups[1].Value] = match.Groups[2].Value.Trim();
            }
        }

        return texts;
    }
}
