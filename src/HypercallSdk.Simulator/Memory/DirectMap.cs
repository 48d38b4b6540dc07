using System;

namespace HypercallSdk.Simulator.Memory;

/// <summary>
/// The guest's physical address space as a window of the process: guest physical address a is at <see cref="Base"/> + a.
/// What nothing is mapped at faults, as it does for the guest.
/// </summary>
internal sealed class DirectMap : IDisposable
{
    /// <summary>How many frames the window holds: 40 bits of address, the end of Xen's guest layout on Arm.</summary>
    public const ulong Frames = 1UL << (40 - PageSize.Shift);

    private static readonly nuint Bytes = unchecked((nuint)(Frames << PageSize.Shift));
    private readonly MemoryFile _file;

    /// <param name="file">The memory whose pages are mapped.</param>
    public DirectMap(MemoryFile file)
    {
        _file = file;
        Base = LibC.MapAnonymously(
            0, Bytes, LibC.ProtNone, LibC.MapPrivate | LibC.MapAnonymous | LibC.MapNoReserve, noFile: -1, 0);
        if (Base == -1)
        {
            throw MemoryFile.HostFailure("could not reserve 1 TiB of address space (see ulimit -v)");
        }
    }

    /// <summary>Where guest physical address 0 is.</summary>
    public nint Base { get; }

    /// <summary>Shows machine frames to the guest. Frames above the window are accounted for elsewhere and not shown.</summary>
    public void Map(ulong gfn, ulong frames, ulong mfn, bool readOnly)
    {
        if (gfn >= Frames)
        {
            return;
        }

        int protection = readOnly ? LibC.ProtRead : LibC.ProtRead | LibC.ProtWrite;
        Require(LibC.Map(
            At(gfn),
            (nuint)frames << PageSize.Shift,
            protection,
            LibC.MapShared | LibC.MapFixed,
            _file.Handle,
            (long)(mfn << PageSize.Shift)));
    }

    /// <summary>Makes a frame a hole.</summary>
    public void Unmap(ulong gfn)
    {
        if (gfn >= Frames)
        {
            return;
        }

        int flags = LibC.MapPrivate | LibC.MapAnonymous | LibC.MapNoReserve | LibC.MapFixed;
        Require(LibC.MapAnonymously(At(gfn), PageSize.Bytes, LibC.ProtNone, flags, noFile: -1, 0));
    }

    /// <inheritdoc/>
    public void Dispose() => _ = LibC.Unmap(Base, Bytes);

    private nint At(ulong gfn) => Base + (nint)(gfn << PageSize.Shift);

    private static void Require(nint address)
    {
        if (address == -1)
        {
            throw MemoryFile.HostFailure("could not map a page; too many single pages exceed the host's vm.max_map_count");
        }
    }
}
