using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Model.AddressSpace;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>Damaged trees: no exception, no hang, no read outside the blob, and what is accepted can be walked to its end.</summary>
public sealed unsafe class DeviceTreeFuzzTests
{
    private const int TreesPerSeed = 10_000;
    private const int BoardTrees = 100_000;
    private const int BoardRuns = 100;
    private const int SmallBoards = 60;

    private static readonly uint[] Words =
        [0, 1, 2, 3, 4, 9, 10, 16, 17, 40, 64, 0xFF, 0x1000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFC, 0xFFFFFFFF];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Damaged_trees_do_no_harm(int seed)
    {
        Random random = new(seed);
        byte[] original = seed % 2 == 0 ? SampleTrees.DomU() : SampleTrees.Board();
        using GuardedMemory memory = new(original.Length);
        int accepted = 0;
        for (int count = 0; count < TreesPerSeed; count++)
        {
            ReadOnlySpan<byte> blob = Damage([.. original], random);
            byte* place = count % 2 == 0 ? memory.PutAtEnd(blob) : memory.PutAtStart(blob);
            accepted += Use(place, (uint)blob.Length) ? 1 : 0;
            AssertMapOrProblems(DeviceTreeMemoryMap.Read(blob.ToArray(), "fuzzed.dtb"));
        }

        // Neither all nor nothing: the damage reaches both the check and what lies behind it.
        Assert.InRange(accepted, TreesPerSeed / 20, TreesPerSeed * 19 / 20);
    }

    [Fact]
    public void Damaged_boards_give_a_map_or_say_what_is_wrong()
    {
        byte[][] boards = [.. Boards.Files.Select(File.ReadAllBytes).OrderBy(static board => board.Length)];
        int accepted = 0;
        Parallel.For(0, BoardRuns, run =>
        {
            Random random = new(run);
            int mine = 0;
            for (int count = 0; count < BoardTrees / BoardRuns; count++)
            {
                // Small ones mostly, for the sake of time.
                byte[] board = boards[random.Next(count % 50 == 0 ? boards.Length : SmallBoards)];
                MemoryMapResult result = DeviceTreeMemoryMap.Read(Damage([.. board], random).ToArray(), "fuzzed.dtb");
                AssertMapOrProblems(result);
                mine += result.Map is null ? 0 : 1;
            }

            Interlocked.Add(ref accepted, mine);
        });
        Assert.InRange(accepted, BoardTrees / 20, BoardTrees * 19 / 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_source_gives_a_map_or_says_what_is_wrong_and_where(int seed)
    {
        Random random = new(seed);
        string[] sources = [OutsideTool.Decompile(SampleTrees.DomU()), OutsideTool.Decompile(SampleTrees.Board())];
        int accepted = 0;
        for (int count = 0; count < TreesPerSeed; count++)
        {
            StringBuilder source = new(sources[count % 2]);
            for (int wounds = random.Next(1, 4); wounds > 0; wounds--)
            {
                int place = random.Next(source.Length);
                source[place] = random.Next(2) == 0 ? (char)random.Next(1, 0x180) : source[random.Next(source.Length)];
            }

            MemoryMapResult result = DeviceTreeMemoryMap.Read(
                source.ToString(0, random.Next(8) == 0 ? random.Next(source.Length) : source.Length), "fuzzed.dts");
            AssertMapOrProblems(result);
            Assert.All(result.Problems, static problem => Assert.True(problem.Line > 0 && problem.Column > 0, problem.ToString()));
            accepted += result.Map is null ? 0 : 1;
        }

        Assert.InRange(accepted, TreesPerSeed / 20, TreesPerSeed * 19 / 20);
    }

    private static ReadOnlySpan<byte> Damage(byte[] blob, Random random)
    {
        int wounds = random.Next(1, 6);
        for (int wound = 0; wound < wounds; wound++)
        {
            int word = random.Next(blob.Length / 4) * 4;
            switch (random.Next(4))
            {
                case 0:
                    blob[random.Next(blob.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    blob[random.Next(blob.Length)] = (byte)random.Next(256);
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(word), Words[random.Next(Words.Length)]);
                    break;
                default:
                    blob.AsSpan(random.Next(blob.Length / 4) * 4, 4).CopyTo(blob.AsSpan(word));
                    break;
            }
        }

        return random.Next(8) == 0 ? Truncate(blob, random) : blob;
    }

    /// <summary>Cuts the end off; half the time the header agrees, so that the blocks are what does not fit.</summary>
    private static ReadOnlySpan<byte> Truncate(byte[] blob, Random random)
    {
        int length = random.Next(blob.Length);
        if (length >= 8 && random.Next(2) == 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(blob.AsSpan(4), length);
        }

        return blob.AsSpan(0, length);
    }

    private static bool Use(byte* blob, uint length)
    {
        DeviceTreeStatus status = DeviceTree.Open(blob, length, out DeviceTree tree, out uint offset);
        Assert.True(offset <= length || status == DeviceTreeStatus.Truncated);
        if (status != DeviceTreeStatus.Ok)
        {
            return false;
        }

        new TreeWalker(blob, length).Walk(tree);
        tree.TryFindPath("/soc/bridge/port@2,0", out _);
        tree.TryFindCompatible("nobody,has-this", out _);
        if (HypervisorRegions.TryFind(tree, out HypervisorRegions regions))
        {
            _ = regions.GetRegion(regions.Count - 1).FrameCount;
        }

        MemoryBanks banks = MemoryBanks.Of(tree);
        _ = banks.Get(banks.Count);
        return true;
    }

    private static void AssertMapOrProblems(MemoryMapResult result)
    {
        Assert.Equal(result.Map is null, result.Problems.Count != 0);
        Assert.All(result.Map?.Regions ?? [], static region => Assert.True(region.Size != 0 && region.Last >= region.Start));
    }
}
