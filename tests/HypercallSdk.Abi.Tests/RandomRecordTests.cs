using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Abi.Tests.RandomRecords;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>The layout engine against GCC, on structs that nobody wrote.</summary>
public sealed class RandomRecordTests
{
    private const int Batches = 12;

    private const int StructsInABatch = 1000;

    [Theory]
    [InlineData(AbiKind.Arm64)]
    [InlineData(AbiKind.Arm32)]
    [InlineData(AbiKind.X86_64)]
    [InlineData(AbiKind.X86_32)]
    public void Twelve_thousand_random_structs_lie_as_GCC_lays_them_out(AbiKind abi)
    {
        ConcurrentBag<string> refuted = [];
        Parallel.For(0, Batches, batch =>
        {
            if (LayoutCompiler.Refuted(abi, Probes(batch, StructsInABatch, DataModel.Of(abi))) is [{ } first, ..])
            {
                refuted.Add(first.Definition);
            }
        });

        Assert.Empty(refuted);
    }

    [Theory]
    [InlineData(AbiKind.Arm64, AbiKind.X86_64)] // bit-fields without a name
    [InlineData(AbiKind.Arm64, AbiKind.Arm32)] // long and pointers
    [InlineData(AbiKind.X86_32, AbiKind.Arm32)] // 64-bit integers, handles
    public void The_rules_of_another_ABI_are_refuted(AbiKind abi, AbiKind other) =>
        Assert.NotEmpty(LayoutCompiler.Refuted(abi, Probes(0, 200, DataModel.Of(other))));

    [Fact]
    public void Every_byte_of_a_struct_is_in_one_slot_and_every_slot_is_aligned()
    {
        Random random = new(-1);
        RandomRecord records = new(random);
        for (int count = 0; count < 2000; count++)
        {
            RecordType record = records.Next();
            AbiKind abi = (AbiKind)random.Next(4);
            AssertSlots(record, record.LayoutIn(DataModel.Of(abi)));
        }
    }

    private static void AssertSlots(RecordType record, RecordLayout layout)
    {
        int offset = 0;
        foreach (FieldSlot slot in layout.Slots)
        {
            Assert.Equal(offset, slot.Offset);
            offset += slot.Size;
            if (slot.Field >= 0)
            {
                Assert.Equal((slot.Offset, slot.Size), (layout.Places[slot.Field].Offset, layout.Places[slot.Field].Size));
            }
            else
            {
                Assert.True(slot.Size is 1 or 2 or 4 or 8 && slot.Offset % slot.Size == 0 && slot.Size <= layout.Alignment, $"{slot}");
                Assert.Equal(slot.IsShared, Enumerable.Range(slot.Offset, slot.Size).Any(at => IsInBitField(record, layout, at)));
            }
        }

        Assert.Equal(layout.Size, offset);
        Assert.Equal(
            record.Fields.Count(static field => field.BitWidth is null), layout.Slots.Count(static slot => slot.Field >= 0));
    }

    private static bool IsInBitField(RecordType record, RecordLayout layout, int offset) => record.Fields
        .Zip(layout.Places)
        .Any(pair => pair.First is { BitWidth: > 0, Name.Length: > 0 } && pair.Second.FirstByte <= offset && offset <= pair.Second.LastByte);

    private static List<LayoutProbe> Probes(int seed, int count, DataModel model)
    {
        RandomRecord records = new(new Random(seed));
        return [.. Enumerable.Range(0, count).Select(index => new LayoutProbe($"s{index}", records.Next(), model))];
    }
}
