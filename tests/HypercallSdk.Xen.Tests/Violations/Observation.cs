using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HypercallSdk.Xen.Tests.Violations;

/// <summary>What one guest saw of one thing that it did, on one Xen.</summary>
/// <param name="Rule">The rule that warns of it, or where none can the catalogue's entry: <c>T5</c>.</param>
/// <param name="Done">What was done.</param>
/// <param name="Answer">What Xen answered, or what memory held.</param>
internal sealed partial record Observation(string Rule, string Done, string Answer)
{
    /// <summary>Reads a line that the guest printed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="errors">The names of Xen's errors.</param>
    /// <exception cref="FormatException">It is no observation.</exception>
    public static Observation Read(string line, IReadOnlyDictionary<int, string> errors)
    {
        Match match = Printed().Match(line);
        return match.Success
            ? new Observation(match.Groups["rule"].Value, match.Groups["done"].Value, Name(match.Groups["answer"].Value, errors))
            : throw new FormatException($"The guest printed \"{line}\", which is no observation.");
    }

    private static string Name(string answer, IReadOnlyDictionary<int, string> errors) =>
        Refusal().Replace(answer, match =>
            errors.TryGetValue(int.Parse(match.Groups["errno"].Value, CultureInfo.InvariantCulture), out string? name) ? "-" + name : match.Value);

    [GeneratedRegex(@"^(?<rule>HCS\d{4}|[A-Z]\d+) (?<done>.+): (?<answer>[^:]+)$")]
    private static partial Regex Printed();

    [GeneratedRegex(@"^-(?<errno>\d{1,4})(?=$|,)")]
    private static partial Regex Refusal();
}
