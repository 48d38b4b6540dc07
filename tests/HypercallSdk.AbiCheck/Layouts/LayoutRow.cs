using System;
using System.Globalization;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>A row of a layout file: one field of a record, at any depth, as a C compiler laid it out.</summary>
/// <param name="FirstBit">Where it begins, in bits from the beginning of the record.</param>
/// <param name="BitWidth">The width of a bit-field; null for another field.</param>
/// <param name="Depth">How many structs and unions of the record it is in, counted from 0.</param>
/// <param name="Type">Its C type, an array's dimensions behind it: <c>uint8_t[16]</c>.</param>
/// <param name="Name">Its name; empty for a struct or union without one.</param>
public sealed record LayoutRow(int FirstBit, int? BitWidth, int Depth, string Type, string Name)
{
    /// <summary>Reads a row.</summary>
    /// <param name="offset"><c>8</c> for a byte, <c>1:4-23</c> for bits counted from a byte.</param>
    /// <param name="depth">The depth.</param>
    /// <param name="field">The type and the name.</param>
    public static LayoutRow Read(string offset, string depth, string field)
    {
        string[] place = offset.Split(':', '-');
        int[] numbers = Array.ConvertAll(place, static number => int.Parse(number, CultureInfo.InvariantCulture));
        int space = field.LastIndexOf(' ');
        return new LayoutRow(
            (numbers[0] * 8) + (numbers.Length == 3 ? numbers[1] : 0),
            numbers.Length == 3 ? numbers[2] - numbers[1] + 1 : null,
            int.Parse(depth, CultureInfo.InvariantCulture),
            field[..space],
            field[(space + 1)..]);
    }
}
