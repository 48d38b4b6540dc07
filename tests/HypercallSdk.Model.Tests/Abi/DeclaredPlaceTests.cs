using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Model.Tests.Abi;

/// <summary>Fields that a declaration puts somewhere, or that not every ABI has.</summary>
public sealed class DeclaredPlaceTests
{
    private static readonly IntegerType UInt8 = new(1, IsSigned: false);
    private static readonly IntegerType UInt32 = new(4, IsSigned: false);
    private static readonly IntegerType UInt64 = new(8, IsSigned: false);

    [Fact]
    public void A_field_begins_where_its_declaration_says_with_padding_before_it()
    {
        RecordLayout layout = Struct(new("a", UInt32), new AbiField("late", UInt32) { Offset = 12 }, new("next", UInt8)).LayoutIn(DataModel.Arm64);

        Assert.Equal([0, 12, 16], layout.Places.Select(static place => place.Offset));
        Assert.Equal((20, 4), (layout.Size, layout.Alignment));
        Assert.Equal([(4, 4), (8, 4), (17, 1), (18, 2)], layout.Slots.Where(static slot => slot.IsPadding).Select(static slot => (slot.Offset, slot.Size)));
        Assert.Empty(layout.Misplaced);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(0, true)] // within the field before
    [InlineData(3, true)]
    [InlineData(6, true)] // not aligned
    [InlineData(8, false)]
    public void An_offset_that_a_field_cannot_have_is_told_and_C_places_the_field(int offset, bool isMisplaced)
    {
        RecordLayout layout = Struct(new("a", UInt32), new AbiField("b", UInt32) { Offset = offset }).LayoutIn(DataModel.Arm64);

        Assert.Equal(isMisplaced ? [1] : [], layout.Misplaced);
        Assert.Equal(isMisplaced ? 4 : offset, layout.Places[1].Offset);
    }

    [Fact]
    public void An_offset_behind_bits_counts_their_whole_byte()
    {
        AbiField bits = new("bits", UInt32) { BitWidth = 9 };

        Assert.Equal([1], Struct(bits, new("b", UInt8) { Offset = 1 }).LayoutIn(DataModel.Arm64).Misplaced);
        Assert.Empty(Struct(bits, new("b", UInt8) { Offset = 2 }).LayoutIn(DataModel.Arm64).Misplaced);
    }

    [Fact]
    public void Where_an_offset_may_lie_is_the_ABIs_to_say()
    {
        RecordType record = Struct(new("a", UInt32), new AbiField("b", UInt64) { Offset = 4 });

        Assert.Equal([1, 1, 1, 0], DataModel.All.Select(model => record.LayoutIn(model).Misplaced.Count));
        Assert.Equal([8, 8, 8, 4], DataModel.All.Select(model => record.LayoutIn(model).Places[1].Offset));
    }

    [Fact]
    public void A_field_that_the_ABI_lacks_is_nowhere_and_takes_no_room()
    {
        RecordType record = Struct(new("a", UInt8), new AbiField("cr3", UInt64) { Abis = AbiSet.X86 }, new("b", UInt8));

        Assert.Equal([2, 2, 24, 16], DataModel.All.Select(record.SizeIn));
        Assert.Equal([1, 1, 8, 4], DataModel.All.Select(record.AlignmentIn));
        Assert.Equal(
            [true, true, false, false], DataModel.All.Select(model => record.LayoutIn(model).Places[1] == FieldPlace.Nowhere));
        Assert.Equal([0, 1], record.LayoutIn(DataModel.Arm32).Slots.Select(static slot => slot.Offset));
        Assert.Equal([1, 1, 16, 12], DataModel.All.Select(model => record.LayoutIn(model).Places[2].Offset));
    }

    [Fact]
    public void A_unions_member_that_the_ABI_lacks_makes_it_no_longer()
    {
        UnionType union = new(new EquatableArray<AbiField>([new("a", UInt8), new AbiField("wide", UInt64) { Abis = AbiSet.X86_64 }]));

        Assert.Equal([1, 1, 8, 1], DataModel.All.Select(union.SizeIn));
        Assert.Equal([FieldPlace.Nowhere], union.LayoutIn(DataModel.X86_32).Places.Skip(1));
    }

    [Fact]
    public void What_the_ABI_lacks_is_no_member_and_its_offset_no_mistake()
    {
        RecordType record = Struct(new("a", UInt64), new AbiField("cr3", UInt32) { Abis = AbiSet.X86_32, Offset = 2 });

        Assert.Equal(["a"], RecordMembers.Of(record, DataModel.Arm64).Select(static member => member.Path));
        Assert.Empty(record.LayoutIn(DataModel.Arm64).Misplaced);
        Assert.Equal(["a", "cr3"], RecordMembers.Of(record, DataModel.X86_32).Select(static member => member.Path));
        Assert.Equal([1], record.LayoutIn(DataModel.X86_32).Misplaced);
    }

    [Fact]
    public void Bits_keep_their_place_in_another_unit()
    {
        FieldPlace place = new(Offset: 2, Size: 2, BitOffset: 3, BitWidth: 9);

        Assert.Equal(new FieldPlace(Offset: 0, Size: 4, BitOffset: 19, BitWidth: 9), place.Within(0, 4));
        Assert.Equal(place, place.Within(0, 8).Within(2, 2));
        Assert.Equal((2, 3), (place.FirstByte, place.LastByte));
        Assert.Equal((2, 3), (place.Within(0, 4).FirstByte, place.Within(0, 4).LastByte));
    }

    private static RecordType Struct(params IEnumerable<AbiField> fields) => new(new EquatableArray<AbiField>(fields));
}
