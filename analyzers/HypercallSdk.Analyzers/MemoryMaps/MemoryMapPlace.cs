using System;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HypercallSdk.Analyzers.MemoryMaps;

/// <summary>Places in memory maps as the compiler knows places.</summary>
internal static class MemoryMapPlace
{
    /// <summary>A place up to the end of its line, where the line is at hand: a source that was put together names other files.</summary>
    public static Location Of(AdditionalText file, SourcePosition place)
    {
        LinePosition start = new(Math.Max(place.Line - 1, 0), Math.Max(place.Column - 1, 0));
        TextSpan span = place.Path == file.Path ? RestOfLine(file.GetText()?.Lines, start) : default;
        LinePosition end = new(start.Line, start.Character + span.Length);
        return Location.Create(place.Path, span, new LinePositionSpan(start, end));
    }

    private static TextSpan RestOfLine(TextLineCollection? lines, LinePosition start)
    {
        if (lines is null || start.Line >= lines.Count)
        {
            return default;
        }

        TextLine line = lines[start.Line];
        return TextSpan.FromBounds(Math.Min(line.Start + start.Character, line.End), line.End);
    }
}
