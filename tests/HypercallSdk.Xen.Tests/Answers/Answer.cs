using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>What Xen answered to one operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Result">
/// The result register: a number, the name of a negated error, or <c>&gt;0</c> for what differs from run to run.
/// </param>
/// <param name="Status">The status of the operation's one element; empty where it has none.</param>
internal sealed partial record Answer(OperationName Operation, string Result, string Status)
{
    private const int LastErrno = 4095;

    /// <summary>The result, and the status where there is one.</summary>
    public string Text => Status.Length == 0 ? Result : $"{Result} status {Status}";

    /// <summary>Reads what the guest printed.</summary>
    /// <param name="lines">The lines: <c>hypercall operation result</c>, with <c>status s</c> behind it or not.</param>
    /// <param name="errors">The names of Xen's errors.</param>
    /// <exception cref="FormatException">A line is none, or an operation was answered twice.</exception>
    public static IReadOnlyList<Answer> Read(IEnumerable<string> lines, IReadOnlyDictionary<int, string> errors)
    {
        List<Answer> answers = [];
        foreach (string line in lines)
        {
            Match match = Printed().Match(line);
            OperationName operation = new(match.Groups["hypercall"].Value, match.Groups["operation"].Value);
            if (!match.Success || answers.Any(answer => answer.Operation == operation))
            {
                throw new FormatException($"The guest printed \"{line}\", which is no answer, or the operation's second one.");
            }

            answers.Add(new Answer(operation, Name(match.Groups["result"].Value, errors), match.Groups["status"].Value));
        }

        return answers;
    }

    private static string Name(string result, IReadOnlyDictionary<int, string> errors) =>
        long.TryParse(result, CultureInfo.InvariantCulture, out long value)
        && value is < 0 and >= -LastErrno
        && errors.TryGetValue((int)-value, out string? name)
            ? "-" + name
            : result;

    [GeneratedRegex(@"^(?<hypercall>\w+) (?<operation>\w+) (?<result>-?\d+|>0)( status (?<status>-?\d+))?$")]
    private static partial Regex Printed();
}
