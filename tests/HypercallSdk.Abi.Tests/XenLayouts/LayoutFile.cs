using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.Abi.Tests.XenLayouts;

/// <summary>
/// The layouts of every record of Xen's public headers on one ABI: <c>record,view,size,align,offset,depth,field</c>, first a row for
/// the record itself and then one for each field. Layouts/README.md says how they were measured.
/// </summary>
/// <param name="Abi">The ABI.</param>
/// <param name="Records">The records by their names.</param>
internal sealed record LayoutFile(AbiKind Abi, IReadOnlyDictionary<string, LayoutRecord> Records)
{
    /// <summary>Reads the file of an ABI.</summary>
    public static LayoutFile Of(AbiKind abi)
    {
        string path = Repository.PathOf($"tests/HypercallSdk.Abi.Tests/Layouts/layout-{AbiNames.Of(abi)}.csv.gz");
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        IEnumerable<string[]> rows = reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(static line => line.Split(','));
        return new LayoutFile(abi, rows.GroupBy(static row => row[0]).ToDictionary(static group => group.Key, static group => Read([.. group])));
    }

    /// <summary>
    /// The same without what has no bytes, as GNU C's empty structs and its arrays of no elements: there is nothing to declare. An array
    /// without a length at a struct's end stays.
    /// </summary>
    public LayoutFile WithBytes() => this with
    {
        Records = Records
            .Where(static item => item.Value.Size != 0)
            .ToDictionary(static item => item.Key, item => item.Value with { Fields = WithBytes(item.Value.Fields) }),
    };

    private IReadOnlyList<LayoutField> WithBytes(IReadOnlyList<LayoutField> fields) =>
    [
        .. fields
            .Where(field => !field.Row.Type.EndsWith("[0]", StringComparison.Ordinal) && !(Records.TryGetValue(field.Row.Type, out LayoutRecord? record) && record.Size == 0))
            .Select(field => field with { Inner = WithBytes(field.Inner) }),
    ];

    private static LayoutRecord Read(string[][] rows)
    {
        int next = 0;
        LayoutRow[] fields = [.. rows.Skip(1).Select(static row => LayoutRow.Read(row[4], row[5], row[6]))];
        LayoutRecord record = new(
            rows[0][0],
            int.Parse(rows[0][2], CultureInfo.InvariantCulture),
            int.Parse(rows[0][3], CultureInfo.InvariantCulture),
            LayoutField.Read(fields, ref next, depth: 0));
        return next == fields.Length
            ? record
            : throw new InvalidDataException($"{record.Name}: row {next} is of no struct.");
    }
}
