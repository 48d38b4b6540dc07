namespace HypercallSdk.Model.AddressSpace;

/// <summary>A line that is taken apart from left to right.</summary>
internal sealed class MemoryMapTextLine
{
    private readonly string _text;
    private int _position;

    /// <param name="text">The line without its end.</param>
    /// <param name="number">The line's number, counted from 1.</param>
    public MemoryMapTextLine(string text, int number)
    {
        _text = text.TrimEnd();
        Number = number;
        SkipBlanks();
    }

    /// <summary>The line's number, counted from 1.</summary>
    public int Number { get; }

    /// <summary>The column of what was taken last, or of what is missing there; counted from 1.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>Whether the line says nothing: it is blank or a comment.</summary>
    public bool IsEmpty => _position == _text.Length || _text[_position] == '#';

    /// <summary>Takes what reaches to the next blank; an empty string at the line's end.</summary>
    public string TakeWord()
    {
        Column = _position + 1;
        int start = _position;
        while (_position < _text.Length && !char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        string word = _text.Substring(start, _position - start);
        SkipBlanks();
        return word;
    }

    /// <summary>Takes what is left; an empty string at the line's end.</summary>
    public string TakeRest()
    {
        Column = _position + 1;
        string rest = _text.Substring(_position);
        _position = _text.Length;
        return rest;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }
}
