using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.History;

/// <summary>The values of macros' texts in a release, as far as they are arithmetic. C's compiler judges the rest.</summary>
/// <param name="release">The release whose macros they name.</param>
public sealed partial class MacroEvaluator(XenRelease release)
{
    private static readonly string[][] Operators = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*"]];

    /// <summary>What only makes a constant of a type.</summary>
    private static readonly HashSet<string> Types = ["xen_mk_uint", "xen_mk_ullong", "uint32_t", "uint64_t"];

    private readonly Stack<string> _open = [];
    private string[] _tokens = [];
    private int _next;

    /// <summary>The value of a macro's text, as 64 bits; null when it is not arithmetic, or names what the history does not have.</summary>
    public ulong? Evaluate(string text)
    {
        string[] tokens = [.. Token().Matches(text).Select(static match => match.Value)];
        if (string.Concat(tokens) != string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter))))
        {
            return null;
        }

        (string[] outerTokens, int outerNext) = (_tokens, _next);
        (_tokens, _next) = (tokens, 0);
        ulong? value = Binary(0);
        value = _next == tokens.Length ? value : null;
        (_tokens, _next) = (outerTokens, outerNext);
        return value;
    }

    private ulong? Binary(int level)
    {
        if (level == Operators.Length)
        {
            return Unary();
        }

        ulong? left = Binary(level + 1);
        while (left is not null && _next < _tokens.Length && Operators[level].Contains(_tokens[_next]))
        {
            string operation = _tokens[_next++];
            left = Binary(level + 1) is { } right ? Apply(operation, left.Value, right) : null;
        }

        return left;
    }

    private static ulong Apply(string operation, ulong left, ulong right) => operation switch
    {
        "|" => left | right,
        "^" => left ^ right,
        "&" => left & right,
        "<<" => left << (int)right,
        ">>" => left >> (int)right,
        "+" => left + right,
        "-" => left - right,
        _ => left * right,
    };

    private ulong? Unary()
    {
        string token = _next < _tokens.Length ? _tokens[_next++] : string.Empty;
        return token switch
        {
            "-" => 0 - Unary(),
            "~" => ~Unary(),
            "(" => Bracket(),
            _ when token.Length != 0 && char.IsDigit(token[0]) => Number(token),
            _ when Types.Contains(token) => Unary(),
            _ => Macro(token),
        };
    }

    private ulong? Bracket()
    {
        // A cast: of what its bits are cut to, the compiler judges.
        bool isCast = _next < _tokens.Length && Types.Contains(_tokens[_next]) && _tokens.ElementAtOrDefault(_next + 1) == ")";
        if (isCast)
        {
            return null;
        }

        ulong? value = Binary(0);
        return _next < _tokens.Length && _tokens[_next++] == ")" ? value : null;
    }

    private ulong? Macro(string name)
    {
        if (_open.Contains(name) || !XenConstant.ByName.TryGetValue(name, out XenConstant? constant)
            || constant.TextsIn(release) is not [string text])
        {
            return null;
        }

        _open.Push(name);
        ulong? value = Evaluate(text);
        _open.Pop();
        return value;
    }

    private static ulong? Number(string token)
    {
        string digits = token.TrimEnd('u', 'U', 'l', 'L');
        bool isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return ulong.TryParse(
            isHex ? digits[2..] : digits, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
            ? value
            : null;
    }

    [GeneratedRegex(@"0[xX][0-9a-fA-F]+[uUlL]*|\d+[uUlL]*|[A-Za-z_]\w*|<<|>>|[-+*~&|^()]")]
    private static partial Regex Token();
}
