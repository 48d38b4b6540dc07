using System;
using System.Buffers.Binary;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary><c>XENMEM_add_to_physmap</c> and <c>XENMEM_add_to_physmap_batch</c>.</summary>
internal sealed class AddToPhysmap(Domain domain, GuestCopy guest, CallLog log)
{
    private const ulong InvalidGfn = ulong.MaxValue;

    /// <summary>Maps one page, or a run of the guest's own frames, which Arm does not have.</summary>
    public nint Single(ulong startExtent, nuint argument)
    {
        Span<byte> bytes = stackalloc byte[AddToPhysmapArgs.Bytes];
        if (startExtent > ushort.MaxValue)
        {
            return Answer.Fail(XenErrno.EDOM);
        }

        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        AddToPhysmapArgs args = AddToPhysmapArgs.Read(bytes);
        if (args.Space == MapSpaces.GmfnForeign)
        {
            return Answer.Fail(XenErrno.ENOSYS);
        }

        XenErrno refusal = Permission(args.Domid, args.Space);
        if (refusal == XenErrno.None && args.Gpfn == InvalidGfn)
        {
            refusal = XenErrno.EINVAL;
        }

        if (refusal != XenErrno.None)
        {
            return Answer.Fail(refusal);
        }

        return Answer.Fail(args.Space == MapSpaces.GmfnRange
            ? MapOwnRange(args, startExtent)
            : MapOne(args.Space, extra: 0, args.Idx, args.Gpfn));
    }

    /// <summary>Maps many pages; each has its own error, and the call succeeds even if none was mapped.</summary>
    public nint Batch(ulong startExtent, nuint argument)
    {
        Span<byte> bytes = stackalloc byte[AddToPhysmapBatchArgs.Bytes];
        if (startExtent > ushort.MaxValue)
        {
            return Answer.Fail(XenErrno.EDOM);
        }

        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        AddToPhysmapBatchArgs args = AddToPhysmapBatchArgs.Read(bytes);
        XenErrno error = CheckBatch(args, startExtent);
        for (nuint index = (nuint)startExtent; error == XenErrno.None && index < args.Size; index++)
        {
            error = MapElement(args, index);
        }

        return Answer.Fail(error);
    }

    private XenErrno CheckBatch(AddToPhysmapBatchArgs args, ulong startExtent)
    {
        if (args.Space == MapSpaces.GmfnRange)
        {
            return XenErrno.EOPNOTSUPP;
        }

        XenErrno refusal = Permission(args.Domid, args.Space);
        if (refusal != XenErrno.None)
        {
            return refusal;
        }

        if (args.Size < startExtent || (args.Size == startExtent && startExtent != 0))
        {
            return XenErrno.EILSEQ;
        }

        bool isReservedUsed = args.Space == MapSpaces.DevMmio && args.Extra != 0 && args.Size != 0;
        return isReservedUsed ? XenErrno.EOPNOTSUPP : XenErrno.None;
    }

    private XenErrno MapElement(AddToPhysmapBatchArgs args, nuint index)
    {
        Span<byte> idx = stackalloc byte[sizeof(ulong)];
        Span<byte> gpfn = stackalloc byte[sizeof(ulong)];
        if (!guest.TryRead(args.Idxs + (index * sizeof(ulong)), idx)
            || !guest.TryRead(args.Gpfns + (index * sizeof(ulong)), gpfn))
        {
            return XenErrno.EFAULT;
        }

        ulong gfn = BinaryPrimitives.ReadUInt64LittleEndian(gpfn);
        if (gfn == InvalidGfn)
        {
            return XenErrno.EINVAL;
        }

        XenErrno outcome = MapOne(args.Space, args.Extra, BinaryPrimitives.ReadUInt64LittleEndian(idx), gfn);
        Span<byte> err = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(err, -(int)outcome);
        return guest.TryWrite(args.Errs + (index * sizeof(int)), err) ? XenErrno.None : XenErrno.EFAULT;
    }

    private XenErrno Permission(ushort domid, uint space)
    {
        if (!domain.IsNamedBy(domid))
        {
            return XenErrno.ESRCH;
        }

        return space == MapSpaces.DevMmio && !domain.IsDom0 ? XenErrno.EACCES : XenErrno.None;
    }

    private static XenErrno MapOwnRange(AddToPhysmapArgs args, ulong startExtent)
    {
        if (args.Size < startExtent)
        {
            return XenErrno.EILSEQ;
        }

        if (args.Gpfn + args.Size < args.Gpfn || args.Idx + args.Size < args.Idx)
        {
            return XenErrno.EOVERFLOW;
        }

        return args.Size == startExtent ? XenErrno.None : XenErrno.ENOSYS;
    }

    private XenErrno MapOne(uint space, ushort extra, ulong idx, ulong gfn)
    {
        switch (space)
        {
            case MapSpaces.SharedInfo:
                return idx != 0
                    ? XenErrno.EINVAL
                    : MapXenPage(gfn, new P2MEntry(P2MKind.SharedInfo, domain.SharedInfo, 0, IsReadOnly: false));
            case MapSpaces.GrantTable:
                return MapGrantFrame((uint)idx, gfn);
            case MapSpaces.GmfnForeign:
                return extra == DomainIds.Self ? XenErrno.EINVAL : RefuseForeign(extra);
            case MapSpaces.DevMmio:
                // As Xen answers for registers that dom0 may not have: 0, and nothing is mapped.
                log.Miss(HypercallNumber.MemoryOp, (ulong)MemoryOperation.AddToPhysmap, "device memory");
                return XenErrno.None;
            default:
                return XenErrno.ENOSYS;
        }
    }

    private XenErrno MapGrantFrame(uint frame, ulong gfn)
    {
        // Xen keeps the index in 32 bits here, whatever the guest passed.
        if (!domain.Grants.TryGrow((ulong)frame + 1))
        {
            return XenErrno.EINVAL;
        }

        return MapXenPage(
            gfn, new P2MEntry(P2MKind.GrantTable, domain.Grants.MfnOf(frame), frame, IsReadOnly: false));
    }

    private XenErrno MapXenPage(ulong gfn, P2MEntry entry)
    {
        if (domain.P2M.FindXenPage(entry.Mfn) is not null)
        {
            return XenErrno.EBUSY;
        }

        if (!domain.P2M.Reaches(gfn))
        {
            return XenErrno.EINVAL;
        }

        domain.P2M.Set(gfn, entry);
        return XenErrno.None;
    }

    private XenErrno RefuseForeign(ushort domid)
    {
        if (domid >= DomainIds.FirstReserved)
        {
            log.Miss(HypercallNumber.MemoryOp, (ulong)MemoryOperation.AddToPhysmapBatch, "pages of Xen's own domains");
        }

        return XenErrno.ESRCH;
    }
}
