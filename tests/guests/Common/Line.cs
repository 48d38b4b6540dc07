using System;

namespace HypercallSdk.Guests;

/// <summary>A line that is written at once, so that nothing that Xen prints stands in it.</summary>
internal unsafe struct Line
{
    private const int Capacity = 120;

    private fixed byte _text[Capacity];
    private int _length;

    /// <summary>Appends text, in ASCII; what does not fit is cut.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            Add(text[index]);
        }
    }

    /// <summary>Appends a number in decimal.</summary>
    public void Add(long value)
    {
        if (value < 0)
        {
            Add((byte)'-');
        }

        AddDigits(value < 0 ? 0UL - (ulong)value : (ulong)value);
    }

    /// <summary>Appends a number as <c>0x</c> and hexadecimal digits.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many of its digits, from the right.</param>
    public void AddHex(ulong value, int digits)
    {
        Add("0x"u8);
        for (int index = digits - 1; index >= 0; index--)
        {
            ulong digit = (value >> (4 * index)) & 0xF;
            Add((byte)(digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
    }

    /// <summary>Writes the line to Xen's console.</summary>
    public void Write()
    {
        _text[_length++] = (byte)'\n';
        fixed (byte* text = _text)
        {
            Console.Write(new ReadOnlySpan<byte>(text, _length));
        }
    }

    private void AddDigits(ulong value)
    {
        if (value >= 10)
        {
            AddDigits(value / 10);
        }

        Add((byte)('0' + (value % 10)));
    }

    private void Add(byte letter)
    {
        if (_length < Capacity - 1) // the last place is the line feed's
        {
            _text[_length++] = letter;
        }
    }
}
