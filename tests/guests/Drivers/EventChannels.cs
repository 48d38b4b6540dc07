using System.Threading;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>Event channels of the two-level kind, as the shared info page has them: who is called when a port is pending.</summary>
internal readonly unsafe struct EventChannels
{
    private const int WordBits = 64;

    private readonly SharedInfo* _shared;
    private readonly delegate*<EventChannelPort, void*, void>* _handlers;
    private readonly void** _contexts;
    private readonly uint _capacity;

    /// <param name="shared">The shared info page.</param>
    /// <param name="handlers">A place for each port's handler, all null.</param>
    /// <param name="contexts">A place for what each handler is called with.</param>
    /// <param name="capacity">How many ports there are places for.</param>
    public EventChannels(SharedInfo* shared, delegate*<EventChannelPort, void*, void>* handlers, void** contexts, uint capacity)
    {
        _shared = shared;
        _handlers = handlers;
        _contexts = contexts;
        _capacity = capacity;
    }

    private XenULong* Pending
    {
        get
        {
            fixed (XenULong* first = &_shared->evtchn_pending(0)) // the page does not move
            {
                return first;
            }
        }
    }

    private XenULong* Mask
    {
        get
        {
            fixed (XenULong* first = &_shared->evtchn_mask(0))
            {
                return first;
            }
        }
    }

    /// <summary>Maps the shared info page.</summary>
    /// <param name="where">Where: a page that nothing is at.</param>
    /// <param name="shared">The page.</param>
    public static XenResult TryMapSharedInfo([MapTarget] Gfn where, out SharedInfo* shared)
    {
        XenResult mapped = MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.SharedInfo, idx: 0, where);
        shared = mapped.IsSuccess ? (SharedInfo*)Physical.At(where) : null;
        return mapped;
    }

    /// <summary>Makes a port that another domain can bind to, and handles its events.</summary>
    public XenResult TryListen(DomId peer, delegate*<EventChannelPort, void*, void> handler, void* context, out EventChannelPort port)
    {
        XenResult made = EventChannelOp.AllocUnbound(DomId.Self, peer, out port);
        return made.IsSuccess ? Adopt(port, handler, context) : made;
    }

    /// <summary>Binds to another domain's port, and handles its events.</summary>
    public XenResult TryConnect(
        DomId peer, EventChannelPort theirs, delegate*<EventChannelPort, void*, void> handler, void* context, out EventChannelPort port)
    {
        XenResult bound = EventChannelOp.BindInterdomain(peer, theirs, out port);
        return bound.IsSuccess ? Adopt(port, handler, context) : bound;
    }

    /// <summary>Handles the events of a port that is bound already. A port without a place is closed.</summary>
    public XenResult Adopt(EventChannelPort port, delegate*<EventChannelPort, void*, void> handler, void* context)
    {
        if (port.Value >= _capacity)
        {
            XenResult closed = EventChannelOp.Close(port);
            return closed.IsFailure ? closed : new XenResult(-(long)XenErrno.ENOSPC);
        }

        _contexts[port.Value] = context;
        _handlers[port.Value] = handler;
        return EventChannelOp.Unmask(port);
    }

    /// <summary>Closes a port; events that came before are lost.</summary>
    public XenResult Close(EventChannelPort port)
    {
        Interlocked.Or(ref MaskWord(port), BitOf(port));
        XenResult closed = EventChannelOp.Close(port);
        if (closed.IsSuccess && port.Value < _capacity)
        {
            _handlers[port.Value] = null;
        }

        return closed;
    }

    /// <summary>Calls the handlers of all ports that are pending: the upcall of the first processor.</summary>
    public void Dispatch(VcpuInfo* vcpu)
    {
        vcpu->evtchn_upcall_pending = 0;
        ulong words = Interlocked.Exchange(ref *(ulong*)&vcpu->evtchn_pending_sel, 0);
        for (int word = 0; words != 0; word++, words >>= 1)
        {
            if ((words & 1) != 0)
            {
                DispatchWord(word);
            }
        }
    }

    private void DispatchWord(int word)
    {
        ulong pending = Volatile.Read(ref *(ulong*)&Pending[word]) & ~Volatile.Read(ref *(ulong*)&Mask[word]);
        for (int bit = 0; pending != 0; bit++, pending >>= 1)
        {
            if ((pending & 1) != 0)
            {
                Interlocked.And(ref *(ulong*)&Pending[word], ~(1UL << bit));
                Call(new EventChannelPort((uint)((word * WordBits) + bit)));
            }
        }
    }

    private void Call(EventChannelPort port)
    {
        if (port.Value < _capacity && _handlers[port.Value] != null)
        {
            _handlers[port.Value](port, _contexts[port.Value]);
        }
        else
        {
            Interlocked.Or(ref MaskWord(port), BitOf(port)); // nobody's: it would come for ever
        }
    }

    private ref ulong MaskWord(EventChannelPort port) => ref *(ulong*)&Mask[port.Value / WordBits];

    private static ulong BitOf(EventChannelPort port) => 1UL << (int)(port.Value % WordBits);
}
