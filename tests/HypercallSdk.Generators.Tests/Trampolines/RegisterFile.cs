using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>
/// What the registers hold when an emitted call traps: the import's arguments are in x0 and up, as the procedure call standard
/// has them, and the stub's moves are made one by one.
/// </summary>
internal sealed partial class RegisterFile
{
    private readonly Dictionary<string, string> _registers = [];

    /// <param name="code">The emitted file of an interface with one trap.</param>
    /// <param name="assembly">The emitted conduit file.</param>
    public RegisterFile(string code, string assembly)
    {
        Match call = Call().Match(code);
        string[] passed = call.Success
            ? call.Groups["arguments"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            : [.. Parameter().Matches(Import().Match(code).Groups["parameters"].Value).Select(static match => match.Value)];
        for (int index = 0; index < passed.Length; index++)
        {
            _registers[$"x{index}"] = passed[index];
        }

        string symbol = call.Success ? call.Groups["symbol"].Value : ImportedSymbol().Match(code).Groups["symbol"].Value;
        string[] lines = [.. assembly.Split('\n').SkipWhile(line => line != symbol + ":").Skip(1).TakeWhile(static line => line != "\tret").Select(static line => line.Trim())];
        Trap = lines.Single(static line => line.StartsWith("hvc", StringComparison.Ordinal) || line.StartsWith("smc", StringComparison.Ordinal));
        foreach (string[] operands in lines.TakeWhile(line => line != Trap).Select(static line => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)))
        {
            _registers[operands[1]] = operands switch
            {
                ["mov", _, string source] => this[source],
                ["movz", _, string low] => low[1..],
                ["movk", string target, string high, ..] => (Number(this[target]) | (Number(high[1..]) << 16)).ToString(CultureInfo.InvariantCulture),
                _ => throw new InvalidOperationException($"'{string.Join(' ', operands)}' is no instruction that a stub has."),
            };
        }

        Result = lines.SkipWhile(line => line != Trap).Skip(1).SingleOrDefault() ?? "none";
    }

    /// <summary>The trapping instruction.</summary>
    public string Trap { get; }

    /// <summary>What the stub does behind it.</summary>
    public string Result { get; }

    /// <summary>What a register holds: <c>a0</c> for the first argument, a number, or garbage.</summary>
    public string this[string register] => _registers.TryGetValue(register, out string? value) ? value : "garbage";

    private static uint Number(string text) => uint.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"return (?<symbol>hypercall_\w+)\((?<arguments>[^)]*)\);", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex(@"static extern nint \w+\((?<parameters>[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"RuntimeImport\(""(?<symbol>\w+)""\)", RegexOptions.ExplicitCapture)]
    private static partial Regex ImportedSymbol();

    [GeneratedRegex(@"\ba\d\b")]
    private static partial Regex Parameter();
}
