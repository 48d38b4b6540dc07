using System;
using System.Buffers.Binary;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>
/// <c>XENMEM_decrease_reservation</c> and <c>XENMEM_populate_physmap</c>. Neither knows an error: the answer is how many
/// extents are done, and every obstacle just ends the count.
/// </summary>
internal sealed class Reservations(Domain domain, GuestCopy guest, CallLog log)
{
    private const ulong MaxExtents = uint.MaxValue >> 6;
    private const uint DomUMaxOrder = 9;
    private const uint ControlDomainMaxOrder = 18;

    /// <summary>Gives pages back to Xen and leaves holes. Of a dom0, whose RAM is one to one, Xen keeps them.</summary>
    public nint Decrease(ulong startExtent, nuint argument) => Each(MemoryOperation.DecreaseReservation, startExtent, argument, TryDecrease);

    /// <summary>Puts pages at guest frames: fresh ones, or a dom0's own again.</summary>
    public nint Populate(ulong startExtent, nuint argument) => Each(MemoryOperation.PopulatePhysmap, startExtent, argument, TryPopulate);

    private nint Each(MemoryOperation operation, ulong startExtent, nuint argument, Func<ulong, ulong, bool> tryExtent)
    {
        if (!TryReadArguments(operation, argument, out MemoryReservationArgs args))
        {
            return (nint)startExtent;
        }

        ulong done = startExtent;
        while (done < args.NrExtents
            && TryReadExtent(args.ExtentStart + ((nuint)done * sizeof(ulong)), out ulong first)
            && tryExtent(first, 1UL << (int)args.ExtentOrder))
        {
            done++;
        }

        return (nint)done;
    }

    private bool TryReadArguments(MemoryOperation operation, nuint argument, out MemoryReservationArgs args)
    {
        Span<byte> bytes = stackalloc byte[MemoryReservationArgs.Bytes];
        bool isRead = guest.TryRead(argument, bytes);
        args = MemoryReservationArgs.Read(bytes);
        if (!isRead || args.NrExtents > MaxExtents || !domain.IsNamedBy(args.Domid))
        {
            return false;
        }

        if (args.MemFlags != 0)
        {
            log.Miss(HypercallNumber.MemoryOp, (ulong)operation, "mem_flags: address widths, NUMA nodes, populate on demand");
            return false;
        }

        return args.ExtentOrder <= (domain.IsDom0 ? ControlDomainMaxOrder : DomUMaxOrder);
    }

    private bool TryReadExtent(nuint pointer, out ulong gfn)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bool isRead = guest.TryRead(pointer, bytes);
        gfn = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        return isRead;
    }

    private bool TryDecrease(ulong first, ulong frames)
    {
        for (ulong gfn = first; gfn - first < frames; gfn++)
        {
            P2MEntry old = domain.P2M[gfn];
            if (old.Kind == P2MKind.Hole)
            {
                return false;
            }

            domain.P2M.Set(gfn, P2MEntry.Hole);
            if (old.Kind == P2MKind.Ram && !domain.IsDom0)
            {
                domain.GivePageBack();
            }
        }

        return true;
    }

    private bool TryPopulate(ulong first, ulong frames) =>
        domain.IsDom0 ? TryPopulateOneToOne(first, frames) : TryPopulateFresh(first, frames);

    private bool TryPopulateFresh(ulong first, ulong frames)
    {
        if (!domain.TryTakePages(frames, out ulong mfn))
        {
            return false;
        }

        return TryMapRam(first, frames, mfn);
    }

    private bool TryPopulateOneToOne(ulong first, ulong frames)
    {
        for (ulong gfn = first; gfn - first < frames; gfn++)
        {
            if (!domain.P2M.IsBuiltRam(gfn))
            {
                return false;
            }
        }

        return TryMapRam(first, frames, mfn: first);
    }

    private bool TryMapRam(ulong first, ulong frames, ulong mfn)
    {
        if (!domain.P2M.Reaches(first) || !domain.P2M.Reaches(first + (frames - 1)))
        {
            return false;
        }

        for (ulong index = 0; index < frames; index++)
        {
            domain.P2M.Set(first + index, new P2MEntry(P2MKind.Ram, mfn + index, 0, IsReadOnly: false));
        }

        return true;
    }
}
