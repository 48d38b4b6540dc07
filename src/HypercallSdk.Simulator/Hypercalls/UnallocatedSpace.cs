using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>
/// <c>XENMEM_get_unallocated_space</c>, as proposed on xen-devel in July 2021 and never released: the holes of the p2m.
/// </summary>
internal sealed class UnallocatedSpace(Domain domain, GuestCopy guest)
{
    // struct xen_get_unallocated_space: domid@0, nr_regions@4, buffer@8; struct xen_unallocated_region: start_gpfn@0, nr_gpfns@8.
    private const int Bytes = 16;
    private const int NrRegions = 4;
    private const int Buffer = 8;
    private const int RegionBytes = 16;

    private const uint MaxRegions = 32;
    private const ulong Alignment = (2UL << 20) >> PageSize.Shift;
    private const ulong SmallestRegion = (64UL << 20) >> PageSize.Shift;

    /// <summary>Answers the query, unless the machine's Xen is like every released one.</summary>
    public nint Query(ulong startExtent, nuint argument)
    {
        if (!domain.Machine.AnswersProposedQuery)
        {
            return Answer.Fail(XenErrno.ENOSYS);
        }

        Span<byte> bytes = stackalloc byte[Bytes];
        if (startExtent != 0)
        {
            return Answer.Fail(XenErrno.EINVAL);
        }

        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        uint capacity = BinaryPrimitives.ReadUInt32LittleEndian(bytes[NrRegions..]);
        if (capacity is 0 or > MaxRegions)
        {
            return Answer.Fail(XenErrno.EINVAL);
        }

        if (!domain.IsNamedBy(BinaryPrimitives.ReadUInt16LittleEndian(bytes)))
        {
            return Answer.Fail(XenErrno.ESRCH);
        }

        nuint buffer = (nuint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[Buffer..]);
        return TryAnswer(argument, buffer, [.. FindHoles().Take((int)capacity)])
            ? Answer.Done
            : Answer.Fail(XenErrno.EFAULT);
    }

    private bool TryAnswer(nuint argument, nuint buffer, (ulong Start, ulong Frames)[] holes)
    {
        Span<byte> regions = stackalloc byte[(int)MaxRegions * RegionBytes];
        for (int index = 0; index < holes.Length; index++)
        {
            Span<byte> region = regions[(index * RegionBytes)..];
            BinaryPrimitives.WriteUInt64LittleEndian(region, holes[index].Start);
            BinaryPrimitives.WriteUInt64LittleEndian(region[sizeof(ulong)..], holes[index].Frames);
        }

        Span<byte> count = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32LittleEndian(count, holes.Length);
        return guest.TryWrite(buffer, regions[..(holes.Length * RegionBytes)])
            && guest.TryWrite(argument + NrRegions, count);
    }

    private IEnumerable<(ulong Start, ulong Frames)> FindHoles()
    {
        ulong end = 1UL << (domain.Machine.AddressBits - PageSize.Shift);
        ulong next = 0;
        foreach ((ulong first, ulong last) in Occupied().OrderBy(static range => range.First).Append((end, end)))
        {
            ulong start = (next + Alignment - 1) & ~(Alignment - 1);
            ulong stop = Math.Min(first, end) & ~(Alignment - 1);
            if (stop > start && stop - start >= SmallestRegion)
            {
                yield return (start, stop - start);
            }

            next = Math.Max(next, last + 1);
        }
    }

    private IEnumerable<(ulong First, ulong Last)> Occupied() =>
        domain.P2M.Runs().Select(static run => (run.First, run.Last))
            .Concat(domain.Machine.MemoryMap.Regions.Where(IsKept).Select(InFrames));

    // What Xen knows to be taken although the p2m has nothing there.
    private static bool IsKept(Region region) => region.Kind is RegionKind.MagicPages or RegionKind.Device
        or RegionKind.ReservedMemory or RegionKind.GrantTable;

    private static (ulong First, ulong Last) InFrames(Region region) =>
        (region.Start >> PageSize.Shift, region.Last >> PageSize.Shift);
}
