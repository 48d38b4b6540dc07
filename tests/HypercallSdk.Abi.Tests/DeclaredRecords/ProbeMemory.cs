using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>Memory for one struct with room in front and behind, in which a probe's writes are seen.</summary>
internal sealed unsafe class ProbeMemory : IDisposable
{
    /// <summary>The room in front of the struct, in bytes.</summary>
    private const int Front = 64;

    /// <summary>The room behind the struct, in bytes: more than the longest element of a flexible array.</summary>
    private const int Behind = 1024;

    private readonly byte* _memory;
    private readonly int _size;

    /// <param name="structSize">How long the struct is, in bytes.</param>
    public ProbeMemory(int structSize)
    {
        _size = Front + structSize + Behind;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)_size, Front);
    }

    /// <summary>Where the struct begins.</summary>
    public nint Struct => (nint)(_memory + Front);

    private Span<byte> All => new(_memory, _size);

    /// <summary>Fills everything with one byte.</summary>
    public void Fill(byte value) => All.Fill(value);

    /// <summary>
    /// The bits that differ from what all was filled with: the first, counted from the struct's beginning, and how many. The
    /// number is negative when they do not lie next to each other.
    /// </summary>
    public (int First, int Count) Changed(byte filled)
    {
        int first = All.IndexOfAnyExcept(filled);
        if (first < 0)
        {
            return (0, 0);
        }

        int last = All.LastIndexOfAnyExcept(filled);
        int firstBit = (first * 8) + BitOperations.TrailingZeroCount(All[first] ^ filled);
        int lastBit = (last * 8) + BitOperations.Log2((uint)(All[last] ^ filled));
        int changed = 0;
        foreach (byte value in All[first..(last + 1)])
        {
            changed += BitOperations.PopCount((uint)(value ^ filled));
        }

        int count = lastBit - firstBit + 1;
        return (firstBit - (Front * 8), changed == count ? count : -changed);
    }

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
