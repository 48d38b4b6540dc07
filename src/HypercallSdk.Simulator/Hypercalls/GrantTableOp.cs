using System;
using System.Buffers.Binary;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary><c>HYPERVISOR_grant_table_op</c>.</summary>
internal sealed class GrantTableOp(Domain domain, GuestCopy guest, CallLog log)
{
    private const uint OpMask = 0xFFF;
    private const uint Version = 1;

    // struct gnttab_setup_table: dom@0, nr_frames@4, status@8, frame_list@16.
    private const int SetupTableBytes = 24;

    // struct gnttab_query_size: dom@0, nr_frames@4, max_nr_frames@8, status@12.
    private const int QuerySizeBytes = 16;

    // struct gnttab_get_version: dom@0, version@4. struct gnttab_set_version: version@0.
    private const int GetVersionBytes = 8;
    private const int SetVersionBytes = 4;

    // struct gnttab_unmap_grant_ref: host_addr@0, dev_bus_addr@8, handle@16, status@20.
    private const int UnmapGrantRefBytes = 24;

    private readonly GrantMapper _mapper = new(domain);

    /// <summary>Answers a call.</summary>
    public nint Call(uint command, nuint argument, uint count)
    {
        GrantTableOperation operation = (GrantTableOperation)(command & OpMask);
        bool mayContinue = operation == GrantTableOperation.CacheFlush;
        if (count > int.MaxValue || (command > OpMask && !mayContinue))
        {
            return Answer.Fail(XenErrno.EINVAL);
        }

        switch (operation)
        {
            case GrantTableOperation.MapGrantRef:
                return ForEach(argument, count, MapGrantRefArgs.Bytes, _mapper.Map);
            case GrantTableOperation.UnmapGrantRef:
                return ForEach(argument, count, UnmapGrantRefBytes, _mapper.Unmap);
            case GrantTableOperation.SetupTable:
                return SetupTable(argument, count);
            case GrantTableOperation.QuerySize:
                return QuerySize(argument, count);
            case GrantTableOperation.SetVersion:
                return SetVersion(argument);
            case GrantTableOperation.GetVersion:
                return GetVersion(argument);
            default:
                return log.Lacking(HypercallNumber.GrantTableOp, operation);
        }
    }

    private nint ForEach(nuint argument, uint count, int size, Action<Span<byte>> operation)
    {
        Span<byte> bytes = stackalloc byte[size];
        for (nuint index = 0; index < count; index++)
        {
            nuint element = argument + (index * (nuint)size);
            if (!guest.TryRead(element, bytes))
            {
                return Answer.Fail(XenErrno.EFAULT);
            }

            operation(bytes);
            if (!guest.TryWrite(element, bytes))
            {
                return Answer.Fail(XenErrno.EFAULT);
            }
        }

        return Answer.Done;
    }

    private nint SetupTable(nuint argument, uint count)
    {
        Span<byte> bytes = stackalloc byte[SetupTableBytes];
        if (count != 1)
        {
            return Answer.Fail(XenErrno.EINVAL);
        }

        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        GrantStatus outcome = SetupTable(
            BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            (nuint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
        Span<byte> status = bytes.Slice(8, sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(status, (short)outcome);
        return guest.TryWrite(argument + 8, status) ? Answer.Done : Answer.Fail(XenErrno.EFAULT);
    }

    private GrantStatus SetupTable(ushort domid, uint frames, nuint frameList)
    {
        if (!domain.IsNamedBy(domid))
        {
            return GrantStatus.BadDomain;
        }

        if (!domain.Grants.TryGrow(frames))
        {
            return GrantStatus.GeneralError;
        }

        GrantStatus outcome = GrantStatus.Okay;
        Span<byte> gfn = stackalloc byte[sizeof(ulong)];
        for (uint frame = 0; frame < frames; frame++)
        {
            // All ones for a frame that is not mapped: a translated guest has to map it first.
            ulong place = domain.P2M.FindXenPage(domain.Grants.MfnOf(frame)) ?? ulong.MaxValue;
            BinaryPrimitives.WriteUInt64LittleEndian(gfn, place);
            if (!guest.TryWrite(frameList + ((nuint)frame * sizeof(ulong)), gfn))
            {
                outcome = GrantStatus.BadVirtualAddress;
            }
        }

        return outcome;
    }

    private nint QuerySize(nuint argument, uint count)
    {
        Span<byte> bytes = stackalloc byte[QuerySizeBytes];
        if (count != 1)
        {
            return Answer.Fail(XenErrno.EINVAL);
        }

        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        // The counts of a domain that may not be named stay what the caller left there.
        GrantStatus outcome = GrantStatus.BadDomain;
        if (domain.IsNamedBy(BinaryPrimitives.ReadUInt16LittleEndian(bytes)))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], domain.Grants.Frames);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], domain.Grants.MaxFrames);
            outcome = GrantStatus.Okay;
        }

        BinaryPrimitives.WriteInt16LittleEndian(bytes[12..], (short)outcome);
        return guest.TryWrite(argument, bytes) ? Answer.Done : Answer.Fail(XenErrno.EFAULT);
    }

    private nint SetVersion(nuint argument)
    {
        Span<byte> bytes = stackalloc byte[SetVersionBytes];
        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        XenErrno outcome = BinaryPrimitives.ReadUInt32LittleEndian(bytes) switch
        {
            1 => XenErrno.None,
            2 => XenErrno.ENOSYS,
            _ => XenErrno.EINVAL,
        };
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Version);
        return Answer.Fail(guest.TryWrite(argument, bytes) ? outcome : XenErrno.EFAULT);
    }

    private nint GetVersion(nuint argument)
    {
        Span<byte> bytes = stackalloc byte[GetVersionBytes];
        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        if (!domain.IsNamedBy(BinaryPrimitives.ReadUInt16LittleEndian(bytes)))
        {
            return Answer.Fail(XenErrno.ESRCH);
        }

        Span<byte> version = bytes[4..];
        BinaryPrimitives.WriteUInt32LittleEndian(version, Version);
        return guest.TryWrite(argument + 4, version) ? Answer.Done : Answer.Fail(XenErrno.EFAULT);
    }
}
