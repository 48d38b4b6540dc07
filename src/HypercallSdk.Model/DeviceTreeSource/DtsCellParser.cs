namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Reads numbers between angle brackets, of 32 bits each or as <c>/bits/</c> says.</summary>
internal sealed class DtsCellParser
{
    private const int CellBits = 32;

    private readonly DtsText _text;
    private readonly DtsExpression _expression;

    /// <param name="text">The text.</param>
    public DtsCellParser(DtsText text)
    {
        _text = text;
        _expression = new DtsExpression(text);
    }

    /// <summary>Reads cells from the opening bracket on.</summary>
    public bool Parse(DtsProperty property) => Parse(property, CellBits);

    /// <summary>Reads the width behind <c>/bits/</c>, and numbers of that width.</summary>
    public bool ParseSized(DtsProperty property)
    {
        if (!_text.SkipBlanks())
        {
            return false;
        }

        int start = _text.Position;
        return _expression.TryReadLiteral(out ulong bits)
            && (bits is 8 or 16 or 32 or 64
                || _text.FailAt(start, $"numbers of {bits} bits cannot be stored", "write 8, 16, 32 or 64 after /bits/"))
            && _text.SkipBlanks()
            && Parse(property, (int)bits);
    }

    private bool Parse(DtsProperty property, int bits)
    {
        if (!_text.Expect("<", "before the numbers"))
        {
            return false;
        }

        while (_text.SkipBlanks())
        {
            if (_text.TryTake(">"))
            {
                return true;
            }

            if (_text.TryTakeLabel(out string label))
            {
                property.ValueLabels.Add(label);
            }
            else if (!(_text.Current == '&' ? ParsePhandle(property, bits) : ParseNumber(property, bits)))
            {
                return false;
            }
        }

        return false;
    }

    private bool ParsePhandle(DtsProperty property, int bits)
    {
        int start = _text.Position;
        if (!DtsWords.TryReadReference(_text, out string target))
        {
            return false;
        }

        if (bits != CellBits)
        {
            return _text.FailAt(start, $"a reference does not fit in numbers of {bits} bits", "put it in cells of 32 bits: < >");
        }

        property.References.Add(new DtsReference(property.Bytes.Count, target, IsPath: false, start));
        Append(property, uint.MaxValue, bits);
        return true;
    }

    private bool ParseNumber(DtsProperty property, int bits)
    {
        int start = _text.Position;
        if (!_expression.TryReadOperand(out ulong value))
        {
            return false;
        }

        // What is left of the width is all zeros, or all ones: a negative number.
        ulong above = bits == 64 ? 0 : value >> bits;
        if (above != 0 && above != ulong.MaxValue >> bits)
        {
            return _text.FailAt(start, $"0x{value:x} does not fit in {bits} bits", "divide it into several cells, or write /bits/ 64 < >");
        }

        Append(property, value, bits);
        return true;
    }

    private static void Append(DtsProperty property, ulong value, int bits)
    {
        for (int shift = bits - 8; shift >= 0; shift -= 8)
        {
            property.Bytes.Add((byte)(value >> shift));
        }
    }
}
