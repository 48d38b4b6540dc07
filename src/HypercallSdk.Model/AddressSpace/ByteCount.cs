using System.Globalization;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Addresses and sizes as people write them: hexadecimal or decimal, with K, M or G for powers of 1024.</summary>
internal static class ByteCount
{
    /// <summary>Reads a number of bytes.</summary>
    /// <param name="text">Such as <c>0x40000000</c>, <c>4096</c> or <c>64M</c>.</param>
    /// <param name="value">The number of bytes.</param>
    /// <returns>Whether the text is a number below 2^64.</returns>
    public static bool TryParse(string text, out ulong value)
    {
        int shift = ShiftOf(text);
        string digits = shift == 0 ? text : text.Substring(0, text.Length - 1);
        if (!TryParseDigits(digits, out value) || value > ulong.MaxValue >> shift)
        {
            return false;
        }

        value <<= shift;
        return true;
    }

    private static bool TryParseDigits(string digits, out ulong value)
    {
        bool isHexadecimal = digits.StartsWith("0x", System.StringComparison.OrdinalIgnoreCase);
        return isHexadecimal
            ? ulong.TryParse(digits.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            : ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static int ShiftOf(string text) => text.Length == 0 ? 0 : text[text.Length - 1] switch
    {
        'K' or 'k' => 10,
        'M' or 'm' => 20,
        'G' or 'g' => 30,
        _ => 0,
    };
}
