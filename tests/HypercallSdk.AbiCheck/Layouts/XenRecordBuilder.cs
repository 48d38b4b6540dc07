using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>Rebuilds the types of Xen's records from a layout file, without their offsets.</summary>
/// <param name="file">The file.</param>
public sealed partial class XenRecordBuilder(LayoutFile file)
{
    private readonly List<string> _inexpressible = [];

    /// <summary>The fields for whose types there was no <see cref="AbiType"/>.</summary>
    public IReadOnlyList<string> Inexpressible => _inexpressible;

    /// <summary>Rebuilds a record.</summary>
    public CompositeType Build(LayoutRecord record) => Composite(record.Name, record.Fields, record.Name);

    private CompositeType Composite(string name, IReadOnlyList<LayoutField> fields, string path)
    {
        EquatableArray<AbiField> built = new(fields.Select(field => Field(field, $"{path}.{field.Row.Name}")));
        return name.StartsWith("union ", StringComparison.Ordinal) ? new UnionType(built) : new RecordType(built);
    }

    private AbiField Field(LayoutField field, string path) =>
        new(field.Row.Name, TypeOf(field, path)) { BitWidth = field.Row.BitWidth };

    private AbiType TypeOf(LayoutField field, string path)
    {
        Match match = ArrayName().Match(field.Row.Type);
        string name = match.Groups["element"].Value;
        AbiType type = XenTypes.Find(name, file.Abi) ?? RecordOf(name, field, path) ?? Unknown(field, path);
        foreach (Capture length in match.Groups["length"].Captures.Reverse())
        {
            type = new ArrayType(type, length.Length == 0 ? 0 : int.Parse(length.Value, CultureInfo.InvariantCulture));
        }

        return type;
    }

    /// <summary>A struct or union: its fields follow, or else it is an array's element, and a record of the file or one without a name.</summary>
    private CompositeType? RecordOf(string name, LayoutField field, string path) =>
        field.Inner.Count != 0 ? Composite(name, field.Inner, path)
        : file.Records.TryGetValue(XenTypes.RecordOf(name), out LayoutRecord? record) ? Build(record)
        : name == "struct (unnamed)" ? XenTypes.UnnamedElementOf(field.Row.Name)
        : null;

    private RecordType Unknown(LayoutField field, string path)
    {
        _inexpressible.Add($"{path}: {field.Row.Type}");
        return new RecordType(default);
    }

    [GeneratedRegex(@"^(?<element>.*?)(\[(?<length>\d*)\])*$")]
    private static partial Regex ArrayName();
}
