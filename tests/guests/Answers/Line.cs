using System;

namespace HypercallSdk.Guests.Answers;

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
