using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Model.Tests.Abi;

/// <summary>What docs/layout.md says of its examples.</summary>
public sealed class LayoutPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "layout.md"));

    private static readonly IntegerType UInt8 = new(1, IsSigned: false);
    private static readonly IntegerType UInt32 = new(4, IsSigned: false);
    private static readonly IntegerType UInt64 = new(8, IsSigned: false);

    private static readonly RecordType Example = Struct(
        new("kind", UInt8),
        new("address", UInt64),
        new("frame", new XenWidthType(IsFrame: true)),
        new("buffer", new GuestHandleType()),
        new("count", new LongType(IsSigned: false)),
        new("cookie", AlignedType.UInt64));

    private static readonly IReadOnlyList<DataModel> Models = [.. Enum.GetValues<AbiKind>().Select(DataModel.Of)];

    [Fact]
    public void The_example_lies_as_its_table_says()
    {
        for (int field = 0; field < Example.Fields.Count; field++)
        {
            AssertRow(Example.Fields[field].Name, model => Example.LayoutIn(model).Places[field].Offset);
        }

        AssertRow("sizeof", model => Example.SizeIn(model));
        AssertRow("_Alignof", model => Example.AlignmentIn(model));
    }

    [Fact]
    public void A_bit_field_without_a_name_aligns_as_its_table_says()
    {
        RecordType record = Struct(new("a", UInt8), new(string.Empty, UInt32) { BitWidth = 4 });

        AssertRow("sizeof", model => record.SizeIn(model));
        AssertRow("_Alignof", model => record.AlignmentIn(model));
    }

    [Fact]
    public void The_storage_unit_of_a_packed_bit_field_holds_the_field_before_it()
    {
        RecordLayout layout = Struct(new("type", UInt8), new("addr", UInt32) { BitWidth = 20 }).LayoutIn(DataModel.X86_64);

        Assert.Equal(new FieldPlace(Offset: 0, Size: 4, BitOffset: 8, BitWidth: 20), layout.Places[1]);
        Assert.Equal(
            [(0, 1, 0), (1, 1, FieldSlot.Shared), (2, 2, FieldSlot.Shared)],
            layout.Slots.Select(static slot => (slot.Offset, slot.Size, slot.Field)));
    }

    [Theory]
    [InlineData("`uint64_t`, `int64_t`")]
    [InlineData("`uint64_aligned_t`, `int64_aligned_t`")]
    [InlineData("`xen_pfn_t`, `xen_ulong_t`")]
    [InlineData("`long`, `unsigned long`, a pointer")]
    [InlineData("`XEN_GUEST_HANDLE`, in a struct")]
    [InlineData("`XEN_GUEST_HANDLE_PARAM`, in a register")]
    [InlineData("`XEN_GUEST_HANDLE_64`, of the tools' interfaces")]
    public void Widths_and_alignments_are_as_their_table_says(string row)
    {
        IEnumerable<string> cells = Models.Select(model => TypeOf(row).ExtentIn(model)).Select(static extent =>
            extent.Size == extent.Alignment ? $"{extent.Size}" : $"{extent.Size} / {extent.Alignment}");

        Assert.Contains($"| {row} | {string.Join(" | ", cells)} |\n", Page, StringComparison.Ordinal);
    }

    private static AbiType TypeOf(string row) => row switch
    {
        _ when row.StartsWith("`uint64_t`", StringComparison.Ordinal) => UInt64,
        _ when row.StartsWith("`uint64_aligned_t`", StringComparison.Ordinal) => AlignedType.UInt64,
        _ when row.StartsWith("`xen_pfn_t`", StringComparison.Ordinal) => new XenWidthType(IsFrame: true),
        _ when row.StartsWith("`long`", StringComparison.Ordinal) => new LongType(IsSigned: true),
        _ when row.StartsWith("`XEN_GUEST_HANDLE`", StringComparison.Ordinal) => new GuestHandleType(),
        _ when row.StartsWith("`XEN_GUEST_HANDLE_PARAM`", StringComparison.Ordinal) => new PointerType(),
        _ => new GuestHandle64Type(),
    };

    private static RecordType Struct(params AbiField[] fields) => new(new EquatableArray<AbiField>(fields));

    private static void AssertRow(string name, Func<DataModel, int> value) =>
        Assert.Contains($"| `{name}` | {string.Join(" | ", Models.Select(value))} |\n", Page, StringComparison.Ordinal);
}
