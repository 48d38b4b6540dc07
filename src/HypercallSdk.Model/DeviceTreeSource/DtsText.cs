using System;
using System.Collections.Generic;
using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>
/// Device tree source that is taken apart from left to right. The first mistake is kept and ends the reading: what stands behind
/// one is read in a wrong light.
/// </summary>
internal sealed class DtsText
{
    private const string Expand = "expand it first: cpp -nostdinc -undef -x assembler-with-cpp -I DIRECTORY board.dts";

    private static readonly HashSet<string> Directives = new(StringComparer.Ordinal)
    {
        "include", "include_next", "define", "undef", "if", "ifdef", "ifndef", "elif", "else", "endif", "error", "warning", "pragma",
    };

    private readonly string _text;
    private readonly DtsLines _lines;

    /// <param name="text">The whole file.</param>
    /// <param name="path">The file, for messages.</param>
    public DtsText(string text, string path)
    {
        _text = text;
        _lines = new DtsLines(text, path);
    }

    /// <summary>The first mistake, if there is one.</summary>
    public MemoryMapProblem? Problem { get; private set; }

    /// <summary>How far the text was taken, in characters.</summary>
    public int Position { get; private set; }

    /// <summary>The next character; a zero at the end.</summary>
    public char Current => At(Position);

    /// <summary>The character after the next.</summary>
    public char Following => At(Position + 1);

    /// <summary>Whether all was taken.</summary>
    public bool IsAtEnd => Position >= _text.Length;

    /// <summary>Notes a mistake at what is next.</summary>
    /// <returns>False, for the caller to return.</returns>
    public bool Fail(string cause, string mend) => FailAt(Position, cause, mend);

    /// <summary>Notes a mistake at a place that was passed already.</summary>
    /// <returns>False, for the caller to return.</returns>
    public bool FailAt(int position, string cause, string mend)
    {
        Problem ??= ProblemAt(position, string.Empty, cause, mend);
        return false;
    }

    /// <summary>A problem with the file, the line and the column of a place.</summary>
    public MemoryMapProblem ProblemAt(int position, string node, string cause, string mend)
    {
        SourcePosition place = PositionOf(position);
        return new MemoryMapProblem(place.Path, node, place.Line, place.Column, cause, mend);
    }

    /// <summary>Where a place is in the file that a person edits.</summary>
    public SourcePosition PositionOf(int position) => _lines.Of(position);

    /// <summary>Passes blanks, comments and line markers.</summary>
    /// <returns>Whether what follows can be read on.</returns>
    public bool SkipBlanks()
    {
        while (!IsAtEnd)
        {
            if (IsBlank(Current))
            {
                Position++;
            }
            else if (Current == '/' && Following == '/')
            {
                Position = EndOfLine(Position);
            }
            else if (Current == '/' && Following == '*')
            {
                if (!SkipComment())
                {
                    return false;
                }
            }
            else if (Current != '#' || !_lines.TryTakeMarker(Position, out int end))
            {
                return !IsDirective() || Fail("this line is for the C preprocessor", Expand);
            }
            else
            {
                Position = end;
            }
        }

        return true;
    }

    /// <summary>Takes a keyword or an operator, if that is next.</summary>
    public bool TryTake(string word)
    {
        bool isNext = string.CompareOrdinal(_text, Position, word, 0, word.Length) == 0;
        Position += isNext ? word.Length : 0;
        return isNext;
    }

    /// <summary>Takes a character and the blanks before it.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Expect(string word, string where) =>
        SkipBlanks() && (TryTake(word) || Fail($"'{word}' is missing {where}, before {Next()}", $"write '{word}' here"));

    /// <summary>Takes characters for as long as they belong.</summary>
    public string TakeWhile(Func<char, bool> belongs)
    {
        int start = Position;
        while (!IsAtEnd && belongs(Current))
        {
            Position++;
        }

        return _text.Substring(start, Position - start);
    }

    /// <summary>Goes back to a place that was passed already.</summary>
    public void Restart(int position) => Position = position;

    /// <summary>Takes one character.</summary>
    public char Take() => _text[Position++];

    /// <summary>Takes a label and its colon, if that is next.</summary>
    public bool TryTakeLabel(out string label)
    {
        int end = EndOfLabel(Position);
        bool isNext = end != Position && At(end) == ':';
        label = isNext ? _text.Substring(Position, end - Position) : string.Empty;
        Position = isNext ? end + 1 : Position;
        return isNext;
    }

    /// <summary>Takes a label's name where a reference has one; an empty string where there is none.</summary>
    public string TakeLabelName()
    {
        int start = Position;
        Position = EndOfLabel(start);
        return _text.Substring(start, Position - start);
    }

    /// <summary>What is next, as a message names it.</summary>
    public string Next()
    {
        if (IsAtEnd)
        {
            return "the end of the file";
        }

        int end = EndOfLabel(Position);
        return end == Position ? $"'{Current}'" : $"'{_text.Substring(Position, Math.Min(end - Position, 40))}'";
    }

    private static bool IsBlank(char character) => character is ' ' or (>= '\t' and <= '\r');

    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    private int EndOfLine(int position)
    {
        int end = _text.IndexOf('\n', position);
        return end < 0 ? _text.Length : end;
    }

    private int EndOfLabel(int start)
    {
        int end = start;
        while (DtsCharacters.IsLabel(At(end), isFirst: end == start))
        {
            end++;
        }

        return end;
    }

    private bool SkipComment()
    {
        int end = _text.IndexOf("*/", Position + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            return Fail("the comment that begins here does not end", "close it with */");
        }

        Position = end + 2;
        return true;
    }

    /// <summary>Whether a line of the C preprocessor is next; a property such as <c>#size-cells</c> begins like one.</summary>
    private bool IsDirective()
    {
        if (Current != '#' || !_lines.IsFirstInLine(Position))
        {
            return false;
        }

        int end = Position + 1;
        while (DtsCharacters.IsName(At(end)))
        {
            end++;
        }

        return Directives.Contains(_text.Substring(Position + 1, end - Position - 1));
    }
}
