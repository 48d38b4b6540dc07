using System.Collections.Generic;
using System.Text;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Reads what stands between quotes, with C's escapes.</summary>
internal static class DtsStrings
{
    private const int OctalDigits = 3;
    private const int HexadecimalDigits = 2;

    /// <summary>Reads a string or a character literal.</summary>
    /// <param name="text">The text; what is next is the quote.</param>
    /// <param name="quote">What opens and closes it.</param>
    /// <param name="bytes">The bytes, in UTF-8.</param>
    public static bool TryRead(DtsText text, char quote, out List<byte> bytes)
    {
        int start = text.Position;
        bytes = [];
        text.Take();
        while (!text.IsAtEnd)
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(text.TakeWhile(next => next != quote && next != '\\')));
            if (text.IsAtEnd)
            {
                break;
            }

            if (text.Take() == quote)
            {
                return true;
            }

            if (!TryReadEscape(text, bytes))
            {
                return false;
            }
        }

        return text.FailAt(start, "the quote that opens here is not closed", $"close it with {quote}");
    }

    private static bool TryReadEscape(DtsText text, List<byte> bytes)
    {
        char escape = text.Current;
        if (escape is >= '0' and <= '7')
        {
            bytes.Add((byte)TakeNumber(text, 8, OctalDigits));
            return true;
        }

        if (text.IsAtEnd || escape == '\n')
        {
            return text.Fail("a backslash ends the line inside quotes", "write the string in one line, or \\n");
        }

        if (!text.TryTake("x"))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(new[] { ValueOf(text.Take()) }));
            return true;
        }

        if (!DtsCharacters.IsHexadecimal(text.Current))
        {
            return text.Fail("\\x has no hexadecimal digit behind it", "write one or two, such as \\x7f");
        }

        bytes.Add((byte)TakeNumber(text, 16, HexadecimalDigits));
        return true;
    }

    private static int TakeNumber(DtsText text, int numberBase, int most)
    {
        int value = 0;
        for (int count = 0; count < most && DtsCharacters.ValueOf(text.Current) < numberBase; count++)
        {
            value = (value * numberBase) + DtsCharacters.ValueOf(text.Take());
        }

        return value;
    }

    private static char ValueOf(char escape) => escape switch
    {
        'a' => '\a',
        'b' => '\b',
        't' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        _ => escape,
    };
}
