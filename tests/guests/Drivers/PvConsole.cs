using System;
using System.Threading;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>The console that Xen's tools give a guest: a page of two rings, and an event channel.</summary>
internal readonly unsafe struct PvConsole
{
    private readonly ConsoleRing* _ring;
    private readonly EventChannelPort _port;

    private PvConsole(ConsoleRing* ring, EventChannelPort port)
    {
        _ring = ring;
        _port = port;
    }

    /// <summary>Asks where the console is.</summary>
    /// <param name="console">The console.</param>
    /// <returns>0; <c>-ENODEV</c> the guest has none; what Xen answered.</returns>
    public static XenResult TryOpen(out PvConsole console)
    {
        console = default;
        XenResult asked = HvmOp.GetParam(DomId.Self, HvmParam.ConsolePfn, out ulong frame);
        if (asked.IsFailure)
        {
            return asked;
        }

        asked = HvmOp.GetParam(DomId.Self, HvmParam.ConsoleEvtchn, out ulong port);
        if (asked.IsFailure)
        {
            return asked;
        }

        if (frame == 0 || port == 0 || port > uint.MaxValue)
        {
            return new XenResult(-(long)XenErrno.ENODEV);
        }

        console = new PvConsole((ConsoleRing*)Physical.At(new Gfn(frame)), new EventChannelPort((uint)port));
        return asked;
    }

    /// <summary>Writes text, and waits while the ring is full.</summary>
    /// <returns>0, or why the other side could not be told.</returns>
    public XenResult Write(ReadOnlySpan<byte> text)
    {
        XenResult sent = default;
        while (sent.IsSuccess && !text.IsEmpty)
        {
            text = text[Put(text)..];
            sent = EventChannelOp.Send(_port);
            if (sent.IsSuccess && !text.IsEmpty)
            {
                sent = SchedOp.Yield();
            }
        }

        return sent;
    }

    /// <summary>Reads what has been typed.</summary>
    /// <param name="buffer">Receives it.</param>
    /// <param name="count">How many bytes; 0 if there are none.</param>
    /// <returns>0, or why the other side could not be told.</returns>
    public XenResult Read(Span<byte> buffer, out int count)
    {
        uint consumer = _ring->in_cons;
        uint ready = unchecked(Volatile.Read(ref _ring->in_prod) - consumer);
        for (count = 0; count < buffer.Length && (uint)count < ready; count++)
        {
            buffer[count] = _ring->@in[ConsoleRing.InputSlot(consumer++)];
        }

        Interlocked.MemoryBarrier(); // the bytes are read before their room is given away
        Volatile.Write(ref _ring->in_cons, consumer);
        return count == 0 ? default : EventChannelOp.Send(_port);
    }

    private int Put(ReadOnlySpan<byte> text)
    {
        uint producer = _ring->out_prod;
        uint free = unchecked(2048 - (producer - Volatile.Read(ref _ring->out_cons)));
        Interlocked.MemoryBarrier(); // nothing is written before it is known that there is room
        int count = 0;
        while (count < text.Length && (uint)count < free)
        {
            _ring->@out[ConsoleRing.OutputSlot(producer++)] = text[count++];
        }

        Volatile.Write(ref _ring->out_prod, producer);
        return count;
    }
}
