using System;
using System.Buffers.Binary;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary><c>HYPERVISOR_memory_op</c>.</summary>
internal sealed class MemoryOp(Domain domain, GuestCopy guest, CallLog log)
{
    // The command's upper bits are where an interrupted call goes on: "start_extent".
    private const int StartExtentShift = 6;
    private const ulong OpMask = (1UL << StartExtentShift) - 1;

    // struct xen_remove_from_physmap: domid@0, gpfn@8.
    private const int RemoveFromPhysmapBytes = 16;
    private const int RemoveFromPhysmapGpfn = 8;

    private readonly AddToPhysmap _addToPhysmap = new(domain, guest, log);
    private readonly Reservations _reservations = new(domain, guest, log);
    private readonly UnallocatedSpace _unallocatedSpace = new(domain, guest);

    /// <summary>Answers a call.</summary>
    public nint Call(nuint command, nuint argument)
    {
        ulong startExtent = command >> StartExtentShift;
        MemoryOperation operation = (MemoryOperation)(command & OpMask);
        switch (operation)
        {
            case MemoryOperation.DecreaseReservation:
                return _reservations.Decrease(startExtent, argument);
            case MemoryOperation.PopulatePhysmap:
                return _reservations.Populate(startExtent, argument);
            case MemoryOperation.AddToPhysmap:
                return _addToPhysmap.Single(startExtent, argument);
            case MemoryOperation.RemoveFromPhysmap:
                return RemoveFromPhysmap(startExtent, argument);
            case MemoryOperation.AddToPhysmapBatch:
                return _addToPhysmap.Batch(startExtent, argument);
            case MemoryOperation.GetUnallocatedSpace:
                return _unallocatedSpace.Query(startExtent, argument);
            default:
                return log.Lacking(HypercallNumber.MemoryOp, operation);
        }
    }

    private nint RemoveFromPhysmap(ulong startExtent, nuint argument)
    {
        Span<byte> bytes = stackalloc byte[RemoveFromPhysmapBytes];
        if (startExtent != 0)
        {
            return Answer.Fail(XenErrno.EINVAL);
        }

        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        if (!domain.IsNamedBy(BinaryPrimitives.ReadUInt16LittleEndian(bytes)))
        {
            return Answer.Fail(XenErrno.ESRCH);
        }

        ulong gfn = BinaryPrimitives.ReadUInt64LittleEndian(bytes[RemoveFromPhysmapGpfn..]);
        if (domain.P2M[gfn].Kind == P2MKind.Hole)
        {
            return Answer.Fail(XenErrno.ENOENT);
        }

        // RAM is not given back by this: the domain still owns a page that nothing reaches.
        domain.P2M.Set(gfn, P2MEntry.Hole);
        return Answer.Done;
    }
}
