using System;
using System.Threading;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>A connection to xenstore: one request at a time, and the reply to it.</summary>
internal unsafe struct XenStore
{
    private readonly StoreRing* _ring;
    private readonly EventChannelPort _port;
    private uint _lastRequest;

    private XenStore(StoreRing* ring, EventChannelPort port)
    {
        _ring = ring;
        _port = port;
        _lastRequest = 0;
    }

    /// <summary>Asks where xenstore's page is.</summary>
    /// <param name="store">The connection.</param>
    /// <returns>0; <c>-ENODEV</c> the guest has none; what Xen answered.</returns>
    public static XenResult TryOpen(out XenStore store)
    {
        store = default;
        XenResult asked = HvmOp.GetParam(DomId.Self, HvmParam.StorePfn, out ulong frame);
        if (asked.IsFailure)
        {
            return asked;
        }

        asked = HvmOp.GetParam(DomId.Self, HvmParam.StoreEvtchn, out ulong port);
        if (asked.IsFailure)
        {
            return asked;
        }

        if (frame is 0 or ulong.MaxValue || port is 0 or > uint.MaxValue)
        {
            return new XenResult(-(long)XenErrno.ENODEV); // on Arm the tools may fill the page in later
        }

        store = new XenStore((StoreRing*)Physical.At(new Gfn(frame)), new EventChannelPort((uint)port));
        return asked;
    }

    /// <summary>Reads a node.</summary>
    /// <param name="path">Its path, with a zero byte at the end.</param>
    /// <param name="value">Receives the value; what does not fit is dropped.</param>
    /// <param name="length">How long the value is.</param>
    /// <returns>0; <c>-ENOENT</c> xenstore refused; <c>-EIO</c> the ring is broken; what Xen answered.</returns>
    public XenResult TryRead(ReadOnlySpan<byte> path, Span<byte> value, out uint length)
    {
        length = 0;
        StoreMessage request = default;
        request.type = StoreMessageType.Read;
        request.req_id = ++_lastRequest;
        request.len = (uint)path.Length;

        XenResult sent = Send(new ReadOnlySpan<byte>(&request, StoreMessage.SizeInBytes));
        if (sent.IsSuccess)
        {
            sent = Send(path);
        }

        return sent.IsSuccess ? Receive(StoreMessageType.Read, value, out length) : sent;
    }

    private XenResult Receive(StoreMessageType wanted, Span<byte> value, out uint length)
    {
        StoreMessage reply = default;
        XenResult received;
        do
        {
            length = 0;
            received = Take(new Span<byte>(&reply, StoreMessage.SizeInBytes));
            if (received.IsSuccess && reply.len > StoreLimits.Payload)
            {
                return new XenResult(-(long)XenErrno.EIO);
            }

            if (received.IsSuccess)
            {
                received = TakeBody(reply, value, out length);
            }
        }
        while (received.IsSuccess && reply.req_id != _lastRequest); // a watch's event, or an answer to an earlier request

        return received.IsSuccess && reply.type != wanted ? new XenResult(-(long)XenErrno.ENOENT) : received;
    }

    private XenResult TakeBody(in StoreMessage reply, Span<byte> value, out uint length)
    {
        length = reply.len < (uint)value.Length ? reply.len : (uint)value.Length;
        XenResult taken = Take(value[..(int)length]);
        Span<byte> rest = stackalloc byte[1];
        for (uint index = length; index < reply.len && taken.IsSuccess; index++)
        {
            taken = Take(rest);
        }

        return taken;
    }

    private XenResult Send(ReadOnlySpan<byte> bytes)
    {
        XenResult told = default;
        while (told.IsSuccess && !bytes.IsEmpty)
        {
            uint producer = _ring->req_prod;
            uint queued = unchecked(producer - Volatile.Read(ref _ring->req_cons));
            if (queued > StoreLimits.RingSize)
            {
                return new XenResult(-(long)XenErrno.EIO);
            }

            Interlocked.MemoryBarrier(); // nothing is written before it is known that there is room
            int count = 0;
            while (count < bytes.Length && queued + (uint)count < StoreLimits.RingSize)
            {
                _ring->req[StoreRing.Slot(producer++)] = bytes[count++];
            }

            Volatile.Write(ref _ring->req_prod, producer);
            bytes = bytes[count..];
            told = EventChannelOp.Send(_port);
        }

        return told;
    }

    private XenResult Take(Span<byte> bytes)
    {
        XenResult told = default;
        while (told.IsSuccess && !bytes.IsEmpty)
        {
            uint consumer = _ring->rsp_cons;
            uint ready = unchecked(Volatile.Read(ref _ring->rsp_prod) - consumer);
            if (ready > StoreLimits.RingSize)
            {
                return new XenResult(-(long)XenErrno.EIO);
            }

            int count = 0;
            while (count < bytes.Length && (uint)count < ready)
            {
                bytes[count++] = _ring->rsp[StoreRing.Slot(consumer++)];
            }

            Interlocked.MemoryBarrier(); // the bytes are read before their room is given away
            Volatile.Write(ref _ring->rsp_cons, consumer);
            bytes = bytes[count..];
            told = ready == 0 ? Wait() : EventChannelOp.Send(_port);
        }

        return told;
    }

    /// <summary>Sleeps until xenstore says something.</summary>
    private readonly XenResult Wait()
    {
        EventChannelPort port = _port;
        return SchedOp.Poll(&port, nr_ports: 1, timeout: 0);
    }
}
