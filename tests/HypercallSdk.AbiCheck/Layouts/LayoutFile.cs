using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>
/// The layouts of every record of Xen's public headers on one ABI: <c>record,view,size,align,offset,depth,field</c>, first a row for
/// the record itself and then one for each field. Layouts/README.md says how they were measured.
/// </summary>
/// <param name="Abi">The ABI.</param>
/// <param name="Records">The records by their names.</param>
public sealed record LayoutFile(AbiKind Abi, IReadOnlyDictionary<string, LayoutRecord> Records)
{
    /// <summary>Reads the file of an ABI.</summary>
    public static LayoutFile Of(AbiKind abi)
    {
        IEnumerable<string[]> rows = CsvResource.LinesOf($"layout-{AbiNames.Of(abi)}").Select(static line => line.Split(','));
        return new LayoutFile(abi, rows.GroupBy(static row => row[0]).ToDictionary(static group => group.Key, static group => Read([.. group])));
    }

    /// <summary>The struct or the union with a tag; null when there is none.</summary>
    public LayoutRecord? Find(string tag) => Records.GetValueOrDefault("struct " + tag) ?? Records.GetValueOrDefault("union " + tag);

    private static LayoutRecord Read(string[][] rows)
    {
        int next = 0;
        LayoutRow[] fields = [.. rows.Skip(1).Select(static row => LayoutRow.Read(row[4], row[5], row[6]))];
        LayoutRecord record = new(
            rows[0][0],
            rows[0][1] == "tools",
            int.Parse(rows[0][2], CultureInfo.InvariantCulture),
            int.Parse(rows[0][3], CultureInfo.InvariantCulture),
            LayoutField.Read(fields, ref next, depth: 0));
        return next == fields.Length
            ? record
            : throw new InvalidDataException($"{record.Name}: row {next} is of no struct.");
    }
}
