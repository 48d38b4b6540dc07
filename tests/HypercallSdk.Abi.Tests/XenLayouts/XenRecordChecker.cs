using System.Collections.Generic;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.XenLayouts;

/// <summary>Compares the layouts of rebuilt records with those that a C compiler gave them.</summary>
/// <param name="model">The ABI's widths and rules.</param>
internal sealed class XenRecordChecker(DataModel model)
{
    private readonly List<string> _differences = [];

    /// <summary>What differs.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Compares a record: its size, its alignment, and the place of every field at every depth.</summary>
    public void Check(LayoutRecord record, CompositeType type)
    {
        RecordLayout layout = type.LayoutIn(model);
        Compare($"sizeof({record.Name})", record.Size, layout.Size);
        Compare($"_Alignof({record.Name})", record.Alignment, layout.Alignment);
        CheckFields(record.Fields, type, firstBit: 0, record.Name);
    }

    private void CheckFields(IReadOnlyList<LayoutField> fields, CompositeType type, int firstBit, string path)
    {
        RecordLayout layout = type.LayoutIn(model);
        for (int index = 0; index < fields.Count; index++)
        {
            LayoutField field = fields[index];
            FieldPlace place = layout.Places[index];
            string fieldPath = $"{path}.{field.Row.Name}";
            int fieldBit = firstBit + (place.Offset * 8) + place.BitOffset;
            Compare(fieldPath + ", first bit", field.Row.FirstBit, fieldBit);
            Compare(fieldPath + ", bits", field.Row.BitWidth ?? 0, place.BitWidth);
            CheckInner(field, type.Fields[index].Type, fieldBit, fieldPath);
        }
    }

    private void CheckInner(LayoutField field, AbiType type, int firstBit, string path)
    {
        if (type is CompositeType inner)
        {
            CheckFields(field.Inner, inner, firstBit, path);
            return;
        }

        // A guest handle is a struct or a union of what begins where it does.
        foreach (LayoutField part in field.Inner)
        {
            Compare($"{path}.{part.Row.Name}, first bit", part.Row.FirstBit, firstBit);
            CheckInner(part, type, firstBit, path);
        }
    }

    private void Compare(string what, int expected, int actual)
    {
        if (expected != actual)
        {
            _differences.Add($"{what}: C says {expected}, the layout engine {actual}");
        }
    }
}
