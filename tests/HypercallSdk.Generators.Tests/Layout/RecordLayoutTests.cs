using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Generators.Tests.Layout;

/// <summary>The layout engine by itself, where Xen's structs do not reach.</summary>
public sealed class RecordLayoutTests
{
    private static readonly IntegerType Byte = new(1, IsSigned: false);
    private static readonly IntegerType Short = new(2, IsSigned: true);
    private static readonly IntegerType Int = new(4, IsSigned: true);
    private static readonly IntegerType Long = new(8, IsSigned: true);

    [Fact]
    public void A_gap_is_cut_into_naturally_aligned_integers() =>
        Assert.Equal([(0, 1, 0), (1, 1, -1), (2, 2, -1), (4, 4, -1), (8, 8, 1)], Slots(Layout(Byte, Long)));

    [Fact]
    public void The_end_is_padded_to_the_strictest_alignment()
    {
        RecordLayout layout = Layout(Long, Byte);

        Assert.Equal((16, 8), (layout.Size, layout.Alignment));
        Assert.Equal([(0, 8, 0), (8, 1, 1), (9, 1, -1), (10, 2, -1), (12, 4, -1)], Slots(layout));
    }

    [Fact]
    public void Fields_that_fit_behind_each_other_have_no_padding() =>
        Assert.Equal([(0, 2, 0), (2, 1, 1), (3, 1, 2), (4, 4, 3)], Slots(Layout(Short, Byte, Byte, Int)));

    [Fact]
    public void An_inner_record_is_aligned_as_its_strictest_field() =>
        Assert.Equal([(0, 1, 0), (1, 1, -1), (2, 2, -1), (4, 8, 1), (12, 1, 2), (13, 1, -1), (14, 2, -1)], Slots(Layout(Byte, Record(Int, Byte), Byte)));

    [Fact]
    public void An_array_is_aligned_as_its_element() =>
        Assert.Equal([(0, 1, 0), (1, 1, -1), (2, 6, 1)], Slots(Layout(Byte, new ArrayType(Short, 3))));

    [Fact]
    public void Where_64_bit_integers_are_aligned_to_4_they_follow_sooner()
    {
        RecordLayout layout = RecordLayout.Of(
            Fields([Int, Long, new GuestHandleType(), new XenWidthType(IsFrame: true)]), DataModel.X86_32);

        Assert.Equal([(0, 4, 0), (4, 8, 1), (12, 4, 2), (16, 4, 3)], Slots(layout));
    }

    [Fact]
    public void No_fields_have_no_size() => Assert.Equal(0, Layout().Size);

    private static RecordLayout Layout(params AbiType[] types) => RecordLayout.Of(Fields(types), DataModel.Arm64);

    private static RecordType Record(params AbiType[] types) => new(new EquatableArray<AbiField>(Fields(types)));

    private static AbiField[] Fields(AbiType[] types) => [.. types.Select(static (type, index) => new AbiField($"f{index}", type))];

    private static IEnumerable<(int Offset, int Size, int Field)> Slots(RecordLayout layout) =>
        layout.Slots.Select(static slot => (slot.Offset, slot.Size, slot.Field));
}
