using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.DeclaredRecords;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.XenLayouts;

/// <summary>Compares what emitted structs do to memory with the layouts that a C compiler gave the records.</summary>
/// <param name="model">The ABI's widths and rules.</param>
internal sealed class MeasuredRecordChecker(DataModel model)
{
    private readonly List<string> _differences = [];
    private readonly List<string> _skipped = [];

    /// <summary>What differs.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>The fields with a name and with bytes that were not written to.</summary>
    public IReadOnlyList<string> Skipped => _skipped;

    /// <summary>How many fields were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Compares a record: its size, and the place of every field that C can name.</summary>
    public void Check(LayoutRecord expected, DeclaredRecord record, MeasuredRecord measured)
    {
        _differences.AddRange(measured.Faults.Select(fault => $"{record.Name}: {fault}"));
        Compare($"sizeof({record.Name})", expected.Size, measured.Size);
        Dictionary<string, FieldPlace> places = measured.Members.ToDictionary(static member => member.Path, static member => member.Place);
        foreach (RecordMember member in RecordMembers.Of(record.Type, model))
        {
            CheckSize($"{record.Name}.{member.Path}", member, places.GetValueOrDefault(member.Path));
        }

        CheckFields(expected.Fields, record.Type, prefix: string.Empty, record.Name, places);
    }

    private void CheckSize(string what, RecordMember member, FieldPlace? place)
    {
        if (place is null)
        {
            // What has no bytes cannot be written to.
            if (member.Field.Type.SizeIn(model) != 0 && member.Field.BitWidth is null)
            {
                _skipped.Add(what);
            }

            return;
        }

        int bits = member.Place.IsBits ? member.Place.BitWidth : member.Place.Size * 8;
        Compare(what + ", bits", bits, place.IsBits ? place.BitWidth : place.Size * 8);
    }

    private void CheckFields(
        IReadOnlyList<LayoutField> fields, CompositeType type, string prefix, string record, Dictionary<string, FieldPlace> places)
    {
        foreach ((LayoutField field, AbiField declared) in fields.Zip(type.Fields))
        {
            string path = prefix + field.Row.Name;
            if (field.Row.Name.Length != 0 && places.TryGetValue(path, out FieldPlace? place))
            {
                Compared++;
                Compare($"{record}.{path}, first bit", field.Row.FirstBit, (place.Offset * 8) + place.BitOffset);
                Compare($"{record}.{path}, bits", field.Row.BitWidth ?? 0, place.BitWidth);
            }

            if (declared.Type is CompositeType inner)
            {
                CheckFields(field.Inner, inner, field.Row.Name.Length == 0 ? prefix : path + ".", record, places);
            }
        }
    }

    private void Compare(string what, int expected, int actual)
    {
        if (expected != actual)
        {
            _differences.Add($"{what}: C says {expected}, the emitted struct {actual}");
        }
    }
}
