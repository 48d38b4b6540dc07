using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Abi.Tests.DeclaredRecords;
using HypercallSdk.Abi.Tests.RandomRecords;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>Records that nobody wrote, declared in the language: what is read and what is emitted, against GCC.</summary>
public sealed class RandomDeclarationTests
{
    private const int Batches = 12;

    private const int RecordsInABatch = 1000;

    /// <summary>The records whose emitted structs are compiled and tried on each ABI.</summary>
    private const int EmittedRecordsOfAnAbi = 300;

    [Fact]
    public void Twelve_thousand_random_declarations_are_read_as_GCC_lays_them_out_on_four_ABIs()
    {
        ConcurrentBag<string> refuted = [];
        Parallel.For(0, Batches, batch =>
        {
            DeclaredGuest guest = new(Records(batch, RecordsInABatch), AbiKind.Arm64);
            foreach (AbiKind abi in Enum.GetValues<AbiKind>())
            {
                if (DeclarationProof.OfReading(guest, abi) is { } difference)
                {
                    refuted.Add(difference);
                }
            }
        });

        Assert.Empty(refuted);
    }

    [Theory]
    [InlineData(AbiKind.Arm64)]
    [InlineData(AbiKind.Arm32)]
    [InlineData(AbiKind.X86_64)]
    [InlineData(AbiKind.X86_32)]
    public async Task Three_hundred_emitted_structs_use_the_bits_that_GCC_gives_their_fields(AbiKind abi)
    {
        DeclaredGuest guest = new(Records(seed: 100 + (int)abi, EmittedRecordsOfAnAbi), abi);
        CSharpCompilation emitted = guest.Emit();

        Assert.Empty(await guest.Judge(emitted));
        using EmittedRecords records = new(guest, emitted);
        Assert.Null(DeclarationProof.OfEmission(guest, records));
    }

    private static DeclaredRecord[] Records(int seed, int count)
    {
        RandomRecord records = new(new Random(seed)) { HasEmptyTypes = false };
        RecordNamer namer = new(new Random(~seed));
        return [.. Enumerable.Range(0, count).Select(index => namer.Name($"S{index}", $"s{index}", records.Next()))];
    }
}
