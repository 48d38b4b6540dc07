using System.Collections.Generic;
using System.Globalization;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Reads numbers, and C's expressions of them in parentheses; all are 64 bits wide and without a sign.</summary>
internal sealed class DtsExpression
{
    // Deeper than anybody writes, and far from the end of the stack.
    private const int MaximumDepth = 200;

    private readonly DtsText _text;
    private int _depth;

    /// <param name="text">The text.</param>
    public DtsExpression(DtsText text)
    {
        _text = text;
    }

    /// <summary>Reads what may stand by itself: a number, a character, or an expression in parentheses.</summary>
    public bool TryReadOperand(out ulong value)
    {
        value = 0;
        if (!_text.SkipBlanks())
        {
            return false;
        }

        return _text.Current switch
        {
            '(' => TryReadParentheses(out value),
            '\'' => TryReadCharacter(out value),
            _ => TryReadLiteral(out value),
        };
    }

    /// <summary>Reads a number as C writes them: decimal, 0x or octal, with a suffix that means nothing.</summary>
    public bool TryReadLiteral(out ulong value)
    {
        int start = _text.Position;
        value = 0;
        if (!DtsCharacters.IsDigit(_text.Current))
        {
            return FailNoNumber();
        }

        bool isHexadecimal = _text.Following is 'x' or 'X' && (_text.TryTake("0x") || _text.TryTake("0X"));
        string digits = isHexadecimal
            ? _text.TakeWhile(DtsCharacters.IsHexadecimal)
            : _text.TakeWhile(DtsCharacters.IsDigit);
        TakeSuffix();
        int numberBase = isHexadecimal ? 16 : digits[0] == '0' ? 8 : 10;
        return TryParse(digits, (uint)numberBase, out value)
            || _text.FailAt(start, $"the number is none of base {numberBase} below 2^64", "write it in digits of its base; what begins with 0 is octal");
    }

    private static bool TryParse(string digits, uint numberBase, out ulong value)
    {
        value = 0;
        foreach (char digit in digits)
        {
            uint digitValue = (uint)DtsCharacters.ValueOf(digit);
            if (digitValue >= numberBase || value > (ulong.MaxValue - digitValue) / numberBase)
            {
                return false;
            }

            value = (value * numberBase) + digitValue;
        }

        return digits.Length != 0;
    }

    private bool FailNoNumber() => DtsCharacters.IsLabel(_text.Current, isFirst: true)
        ? _text.Fail(
            $"{_text.Next()} is a name that the C preprocessor puts a number for",
            "expand it first: cpp -nostdinc -undef -x assembler-with-cpp -I DIRECTORY board.dts")
        : _text.Fail($"a number is missing before {_text.Next()}", "write a number, a reference, or an expression in parentheses");

    private void TakeSuffix() => _ = _text.TryTake("ULL") || _text.TryTake("UL") || _text.TryTake("LL") || _text.TryTake("U") || _text.TryTake("L");

    private bool TryReadCharacter(out ulong value)
    {
        int start = _text.Position;
        bool isRead = DtsStrings.TryRead(_text, '\'', out List<byte> bytes);
        value = bytes.Count == 0 ? 0ul : bytes[0];
        return isRead && (bytes.Count == 1 || _text.FailAt(
            start, $"{bytes.Count.ToString(CultureInfo.InvariantCulture)} bytes stand between the quotes", "write one character there"));
    }

    private bool TryReadParentheses(out ulong value)
    {
        value = 0;
        if (++_depth > MaximumDepth)
        {
            return FailDepth();
        }

        _text.Take();
        bool isRead = TryReadChoice(out value) && _text.Expect(")", "after the expression");
        _depth--;
        return isRead;
    }

    private bool TryReadChoice(out ulong value)
    {
        if (!TryReadBinary(0, out value) || !_text.SkipBlanks())
        {
            return false;
        }

        if (!_text.TryTake("?"))
        {
            return true;
        }

        if (++_depth > MaximumDepth)
        {
            return FailDepth();
        }

        ulong condition = value;
        bool isRead = TryReadChoice(out ulong first)
            && _text.Expect(":", "between the two choices") && TryReadChoice(out value);
        _depth--;
        value = condition != 0 ? first : value;
        return isRead;
    }

    private bool TryReadBinary(int level, out ulong value)
    {
        if (level == DtsOperators.Levels)
        {
            return TryReadUnary(out value);
        }

        if (!TryReadBinary(level + 1, out value))
        {
            return false;
        }

        while (_text.SkipBlanks())
        {
            int start = _text.Position;
            if (!DtsOperators.TryTake(_text, level, out string taken))
            {
                return true;
            }

            if (!TryReadBinary(level + 1, out ulong right) || !TryApply(taken, value, right, start, out value))
            {
                return false;
            }
        }

        return false;
    }

    private bool TryReadUnary(out ulong value)
    {
        value = 0;
        if (!_text.SkipBlanks())
        {
            return false;
        }

        char sign = _text.Current;
        if (sign is not ('-' or '~' or '!'))
        {
            return TryReadOperand(out value);
        }

        if (++_depth > MaximumDepth)
        {
            return FailDepth();
        }

        _text.Take();
        bool isRead = TryReadUnary(out ulong operand);
        _depth--;
        value = sign == '-' ? unchecked(0 - operand) : sign == '~' ? ~operand : operand == 0 ? 1ul : 0ul;
        return isRead;
    }

    private bool FailDepth() => _text.Fail($"the expression is nested more than {MaximumDepth} deep", "write it simpler");

    private bool TryApply(string taken, ulong left, ulong right, int position, out ulong value)
    {
        value = 0;
        if (right == 0 && taken is ("/" or "%"))
        {
            return _text.FailAt(position, "the expression divides by 0", "correct the divisor");
        }

        value = DtsOperators.Apply(taken, left, right);
        return true;
    }
}
