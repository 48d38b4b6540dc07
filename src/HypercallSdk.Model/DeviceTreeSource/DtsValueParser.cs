using System.Collections.Generic;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Reads what a property is set to: strings, cells, bytes and references, divided by commas.</summary>
internal sealed class DtsValueParser
{
    private readonly DtsText _text;
    private readonly DtsCellParser _cells;

    /// <param name="text">The text.</param>
    public DtsValueParser(DtsText text)
    {
        _text = text;
        _cells = new DtsCellParser(text);
    }

    /// <summary>Reads a value up to the semicolon, which is left.</summary>
    public bool Parse(DtsProperty property)
    {
        do
        {
            if (!SkipLabels(property) || !ParsePart(property) || !SkipLabels(property))
            {
                return false;
            }
        }
        while (_text.TryTake(","));
        return true;
    }

    private bool SkipLabels(DtsProperty property)
    {
        while (_text.SkipBlanks() && _text.TryTakeLabel(out string label))
        {
            property.ValueLabels.Add(label);
        }

        return _text.Problem is null;
    }

    private bool ParsePart(DtsProperty property) => _text.Current switch
    {
        '"' => ParseString(property),
        '[' => ParseBytes(property),
        '&' => ParsePath(property),
        '<' => _cells.Parse(property),
        _ => _text.TryTake("/bits/")
            ? _cells.ParseSized(property)
            : DtsWords.FailAt(_text) || _text.Fail(
                $"a value is missing before {_text.Next()}", "write a string \"\", cells < >, bytes [ ] or a reference &label"),
    };

    private bool ParseString(DtsProperty property)
    {
        if (!DtsStrings.TryRead(_text, '"', out List<byte> bytes))
        {
            return false;
        }

        property.Bytes.AddRange(bytes);
        property.Bytes.Add(0);
        return true;
    }

    private bool ParsePath(DtsProperty property)
    {
        int start = _text.Position;
        bool isRead = DtsWords.TryReadReference(_text, out string target);
        property.References.Add(new DtsReference(property.Bytes.Count, target, IsPath: true, start));
        return isRead;
    }

    private bool ParseBytes(DtsProperty property)
    {
        _text.Take();
        while (SkipLabels(property))
        {
            if (_text.TryTake("]"))
            {
                return true;
            }

            if (!DtsCharacters.IsHexadecimal(_text.Current) || !DtsCharacters.IsHexadecimal(_text.Following))
            {
                return _text.Fail(
                    $"{_text.Next()} is no byte", "write bytes as two hexadecimal digits each, without 0x, and close them with ]");
            }

            property.Bytes.Add((byte)((DtsCharacters.ValueOf(_text.Take()) << 4) | DtsCharacters.ValueOf(_text.Take())));
        }

        return false;
    }
}
