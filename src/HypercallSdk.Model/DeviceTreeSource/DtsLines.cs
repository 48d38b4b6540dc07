using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>
/// Knows which line of which file a character comes from: the C preprocessor, which puts files together, marks where each one
/// begins and goes on.
/// </summary>
internal sealed class DtsLines
{
    private static readonly Regex MarkerForm = new(
        "\\G#(line)?[ \\t]+(?<line>[0-9]{1,9})[ \\t]+\"(?<file>([^\\\\\"\\n]|\\\\.)*)\"([ \\t]+[0-9]+)*", RegexOptions.CultureInvariant);

    private static readonly Regex Escape = new("\\\\(.)", RegexOptions.CultureInvariant);

    private readonly string _text;
    private readonly List<int> _starts = [0];
    private readonly List<Origin> _origins;

    /// <param name="text">The whole file.</param>
    /// <param name="path">The file, from which lines come until a marker says otherwise.</param>
    public DtsLines(string text, string path)
    {
        _text = text;
        _origins = [new Origin(0, path, 1)];
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n')
            {
                _starts.Add(index + 1);
            }
        }
    }

    /// <summary>The file, line and column of a character.</summary>
    public SourcePosition Of(int position)
    {
        int line = LineOf(position);
        Origin origin = _origins[_origins.Count - 1];
        for (int index = _origins.Count - 2; origin.First > line && index >= 0; index--)
        {
            origin = _origins[index];
        }

        return new SourcePosition(origin.Path, origin.Number + (line - origin.First), position - _starts[line] + 1);
    }

    /// <summary>Whether only blanks stand before the character in its line.</summary>
    public bool IsFirstInLine(int position)
    {
        for (int index = _starts[LineOf(position)]; index < position; index++)
        {
            if (_text[index] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a line marker, which tells what file and line the next line is.</summary>
    /// <param name="position">Where one may begin.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryTakeMarker(int position, out int end)
    {
        int line = LineOf(position);
        Match marker = MarkerForm.Match(_text, position);
        end = position + marker.Length;
        if (position != _starts[line] || !marker.Success)
        {
            return false;
        }

        int number = int.Parse(marker.Groups["line"].Value, CultureInfo.InvariantCulture);
        _origins.Add(new Origin(line + 1, Escape.Replace(marker.Groups["file"].Value, "$1"), number));
        return true;
    }

    private int LineOf(int position)
    {
        int found = _starts.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }

    private readonly record struct Origin(int First, string Path, int Number);
}
