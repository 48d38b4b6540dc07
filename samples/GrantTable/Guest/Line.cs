using HypercallSdk.Xen;

namespace GrantTable.Guest;

/// <summary>One line of output. It lives on the stack: this guest has no heap.</summary>
internal unsafe struct Line
{
    private const int Capacity = 160;

    private fixed byte _text[Capacity];
    private int _length;

    /// <summary>Appends ASCII text; what does not fit is cut.</summary>
    public void Add(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            AddByte((byte)text[index]);
        }
    }

    /// <summary>Appends a number in decimal.</summary>
    public void AddNumber(ulong value)
    {
        if (value >= 10)
        {
            AddNumber(value / 10);
        }

        AddByte((byte)('0' + (value % 10)));
    }

    /// <summary>Appends a number in decimal, with its sign.</summary>
    public void AddSigned(long value)
    {
        if (value < 0)
        {
            AddByte((byte)'-');
        }

        AddNumber(value < 0 ? (ulong)-value : (ulong)value);
    }

    /// <summary>Appends a number in hexadecimal, with 0x and at least so many digits.</summary>
    public void AddHex(ulong value, int digits = 1)
    {
        Add("0x");
        for (int shift = 60; shift >= 0; shift -= 4)
        {
            if ((value >> shift) != 0 || shift < digits * 4)
            {
                AddByte((byte)"0123456789abcdef"[(int)((value >> shift) & 0xF)]);
            }
        }
    }

    /// <summary>Writes the line to Xen's console and empties it.</summary>
    public void Write()
    {
        AddByte((byte)'\n');
        fixed (byte* text = _text)
        {
            // Nobody could be told that the console failed.
            _ = ConsoleIo.Write((uint)_length, text);
        }

        _length = 0;
    }

    /// <summary>Writes a line of fixed text.</summary>
    public static void Write(string text)
    {
        Line line = default;
        line.Add(text);
        line.Write();
    }

    private void AddByte(byte value)
    {
        if (_length < Capacity)
        {
            // The last place is the line feed's.
            _text[_length < Capacity - 1 || value == (byte)'\n' ? _length : Capacity - 1] = value;
            _length++;
        }
    }
}
