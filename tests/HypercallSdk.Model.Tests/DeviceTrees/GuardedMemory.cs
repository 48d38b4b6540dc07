using System;
using System.Runtime.InteropServices;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>
/// Memory between two pages that may not be touched: one byte read outside it ends the process, which no test survives.
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int None = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly nuint _size;
    private readonly byte* _mapping;

    /// <param name="size">The bytes between the guards, rounded up to pages.</param>
    public GuardedMemory(int size)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        _size = ((nuint)size + page - 1) / page * page;
        _mapping = Map(null, _size + (2 * page), None, PrivateAnonymous, -1, 0);
        if ((nint)_mapping == -1 || Protect(_mapping + page, _size, ReadWrite) != 0)
        {
            throw new InvalidOperationException("mmap or mprotect failed");
        }
    }

    private byte* Start => _mapping + Environment.SystemPageSize;

    /// <summary>Puts a blob right before the guard behind it.</summary>
    public byte* PutAtEnd(ReadOnlySpan<byte> blob) => Put(blob, Start + _size - (nuint)blob.Length);

    /// <summary>Puts a blob right behind the guard before it.</summary>
    public byte* PutAtStart(ReadOnlySpan<byte> blob) => Put(blob, Start);

    public void Dispose() => _ = Unmap(_mapping, _size + (2 * (nuint)Environment.SystemPageSize));

    private static byte* Put(ReadOnlySpan<byte> blob, byte* place)
    {
        blob.CopyTo(new Span<byte>(place, blob.Length));
        return place;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial byte* Map(byte* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(byte* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(byte* address, nuint length);
}
