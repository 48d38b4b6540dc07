using System;

namespace HypercallSdk.Simulator.Memory;

/// <summary>
/// The host's memory as Xen sees it: machine frames, each a page of one memory file. The guest's RAM lies at its own frame
/// numbers (a dom0 is mapped one to one), pages that Xen hands out lie above everything a guest's RAM can reach.
/// </summary>
internal sealed unsafe class MachineMemory : IDisposable
{
    private readonly MemoryFile _file = new("xen-simulator", length: 1L << 41);
    private ulong _nextFree = DirectMap.Frames;

    /// <summary>The file whose page number is the machine frame number.</summary>
    public MemoryFile File => _file;

    /// <summary>Hands out frames that follow each other and hold zeros; none is ever handed out twice.</summary>
    /// <returns>The first machine frame.</returns>
    public ulong Allocate(ulong frames)
    {
        ulong first = _nextFree;
        _nextFree += frames;
        return first;
    }

    /// <summary>Reads from a page, wherever it is mapped and whether it is at all.</summary>
    public void Read(ulong mfn, int offset, Span<byte> destination)
    {
        fixed (byte* pointer = destination)
        {
            Require(_file.TryRead(Offset(mfn, offset), pointer, destination.Length));
        }
    }

    /// <summary>Writes to a page; every mapping of it shows the bytes at once.</summary>
    public void Write(ulong mfn, int offset, ReadOnlySpan<byte> source)
    {
        fixed (byte* pointer = source)
        {
            Require(_file.TryWrite(Offset(mfn, offset), pointer, source.Length));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static long Offset(ulong mfn, int offset) => (long)(mfn << PageSize.Shift) + offset;

    private static void Require(bool done)
    {
        if (!done)
        {
            throw MemoryFile.HostFailure("could not reach its own memory file");
        }
    }
}
