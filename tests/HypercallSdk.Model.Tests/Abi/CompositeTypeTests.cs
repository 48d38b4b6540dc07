using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Model.Tests.Abi;

/// <summary>Structs and unions of structs and unions; that compilers agree is tested in HypercallSdk.Abi.Tests.</summary>
public sealed class CompositeTypeTests
{
    private static readonly IntegerType UInt16 = new(2, IsSigned: false);
    private static readonly IntegerType UInt32 = new(4, IsSigned: false);

    [Fact]
    public void Members_of_a_union_without_a_name_count_as_its_owners()
    {
        UnionType union = Union(new("frame", UInt32), new("inner", Struct(new("low", UInt16), new("high", UInt16))));
        RecordType record = Struct(new("space", UInt32), new(string.Empty, union), new("list", new ArrayType(new ArrayType(union, 2), 3)));

        Assert.Equal(
            [
                ("space", 0), ("frame", 4), ("inner", 4), ("inner.low", 4), ("inner.high", 6),
                ("list", 8), ("list[0][0].frame", 8), ("list[0][0].inner", 8), ("list[0][0].inner.low", 8), ("list[0][0].inner.high", 10),
            ],
            RecordMembers.Of(record, DataModel.Arm64).Select(static member => (member.Path, member.Place.Offset)));
    }

    [Fact]
    public void A_union_is_as_long_as_its_longest_member_and_all_of_it_is_shared()
    {
        RecordLayout layout = Union(new("a", new ArrayType(UInt16, 3)), new("b", UInt32)).LayoutIn(DataModel.Arm64);

        Assert.Equal((8, 4), (layout.Size, layout.Alignment));
        Assert.Equal([(0, 4), (4, 4)], layout.Slots.Select(static slot => (slot.Offset, slot.Size)));
        Assert.All(layout.Slots, static slot => Assert.True(slot.IsShared));
    }

    [Fact]
    public void A_tag_has_no_effect_on_the_layout()
    {
        UnionType plain = Union(new("a", UInt32), new("b", UInt16));
        IEnumerable<AbiField> cases = plain.Fields.Select(static (field, index) => field with { TagValues = new([index]) });
        UnionType tagged = new(new EquatableArray<AbiField>(cases)) { Tag = "kind" };

        Assert.NotEqual(plain, tagged);
        Assert.Equal(plain.LayoutIn(DataModel.Arm32), tagged.LayoutIn(DataModel.Arm32));
    }

    [Fact]
    public void A_struct_without_fields_has_no_size() =>
        Assert.Equal(new TypeExtent(Size: 0, Alignment: 1), Struct().ExtentIn(DataModel.X86_32));

    [Fact]
    public void A_flexible_array_aligns_its_struct_and_takes_no_room()
    {
        RecordLayout layout = Struct(new("count", UInt16), new("items", new ArrayType(UInt32, 0))).LayoutIn(DataModel.Arm64);

        Assert.Equal((4, 4), (layout.Size, layout.Alignment));
        Assert.Equal(
            [(0, 2, 0), (2, 2, FieldSlot.Padding), (4, 0, 1)], layout.Slots.Select(static slot => (slot.Offset, slot.Size, slot.Field)));
    }

    [Fact]
    public void Padding_of_a_strict_alignment_is_cut_into_integers_that_there_are()
    {
        RecordLayout layout = Struct(new AbiField("a", new AlignedType(UInt32, 32))).LayoutIn(DataModel.Arm64);

        Assert.Equal([(0, 4), (4, 4), (8, 8), (16, 8), (24, 8)], layout.Slots.Select(static slot => (slot.Offset, slot.Size)));
    }

    private static RecordType Struct(params IEnumerable<AbiField> fields) => new(new EquatableArray<AbiField>(fields));

    private static UnionType Union(params IEnumerable<AbiField> fields) => new(new EquatableArray<AbiField>(fields));
}
