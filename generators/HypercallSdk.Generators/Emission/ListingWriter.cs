using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes a listing of ABIs: lines, and tables of where fields lie.</summary>
internal sealed class ListingWriter
{
    private const int NameWidth = 36;
    private const int ColumnWidth = 8;

    private readonly StringBuilder _text = new();

    /// <summary>Writes a line.</summary>
    public ListingWriter Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Writes the size, the alignment and the fields of a struct or union on each ABI.</summary>
    /// <param name="title">What to call it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="fields">Its fields, in order.</param>
    /// <param name="mark">What to put before a field's name.</param>
    public void Record(
        string title, CompositeType type, IReadOnlyList<FieldDeclaration> fields, Func<FieldDeclaration, string> mark)
    {
        RecordLayout[] layouts = [.. DataModel.All.Select(type.LayoutIn)];
        Row(title, DataModel.All.Select(static model => model.Name));
        Row("  size", layouts.Select(static layout => $"{layout.Size}"));
        Row("  alignment", layouts.Select(static layout => $"{layout.Alignment}"));
        for (int index = 0; index < fields.Count; index++)
        {
            FieldDeclaration field = fields[index];
            string name = field.CName.Length > 0 ? field.CName : $"({field.PlainName})";
            string lengths = field.IsArray && field.Lengths.Count == 0 ? "[]" : string.Concat(field.Lengths.Select(static length => $"[{length}]"));
            Row($"  {mark(field)} {name}{lengths}", layouts.Select(layout => Cell(layout.Places[index])));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Cell(FieldPlace place) =>
        place == FieldPlace.Nowhere ? "-"
        : place.IsBits ? $"{place.FirstByte}.{place.BitOffset % 8}:{place.BitWidth}"
        : $"{place.Offset}";

    private void Row(string name, IEnumerable<string> cells)
    {
        _text.Append("    ").Append(name.PadRight(NameWidth));
        foreach (string cell in cells)
        {
            _text.Append(' ').Append(cell.PadLeft(ColumnWidth));
        }

        _text.Append('\n');
    }
}
