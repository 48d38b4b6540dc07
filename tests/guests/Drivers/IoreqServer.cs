using System.Threading;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>
/// A device model's ear: the accesses of another domain's processors to a range of its addresses come here as requests, one for
/// each processor at a time. A virtio device behind the virtio-mmio transport is such a range of 512 bytes.
/// </summary>
internal unsafe struct IoreqServer
{
    private readonly DomId _domain;
    private readonly IoreqServerId _id;
    private Gfn _page;

    private IoreqServer(DomId domain, IoreqServerId id)
    {
        _domain = domain;
        _id = id;
        _page = Gfn.Invalid;
    }

    /// <summary>Makes a server, which gets no requests yet.</summary>
    /// <param name="domain">The domain that is served.</param>
    /// <param name="server">The server.</param>
    public static XenResult TryCreate(DomId domain, out IoreqServer server)
    {
        DmOpCreateIoreqServer body = default;
        body.handle_bufioreq = BufferedIoreqMode.Off;
        XenDmOp request = default;
        request.SetCreateIoreqServer(body);
        XenResult asked = Perform(domain, ref request);
        server = asked.IsSuccess && request.TryGetCreateIoreqServer(out body) ? new IoreqServer(domain, body.id) : default;
        return asked;
    }

    /// <summary>Maps the page of requests.</summary>
    /// <param name="where">Where: a page that nothing is at.</param>
    /// <returns>0; <c>-EIO</c> Xen gave something and not all; what Xen answered.</returns>
    public XenResult TryMapRequests([MapTarget] Gfn where)
    {
        Gfn frame = where;
        uint count = 1;
        XenResult asked = MemoryOp.AcquireResource(
            _domain, MemoryResource.IoreqServer, _id.Value, ref count, IoreqServerFrame.Ioreq(0), &frame);
        if (asked.IsFailure || count != 1)
        {
            return asked.IsFailure ? asked : new XenResult(-(long)XenErrno.EIO);
        }

        _page = where;
        return asked;
    }

    /// <summary>Asks for the accesses to a range.</summary>
    /// <param name="first">The range's first byte.</param>
    /// <param name="size">Its size in bytes.</param>
    public readonly XenResult TryServe(GuestPhysicalAddress first, ulong size)
    {
        DmOpIoreqServerRange body = default;
        body.id = _id;
        body.type = DmOpIoRange.Memory;
        body.start = first.Value;
        body.end = first.Value + (size - 1);
        XenDmOp request = default;
        request.SetMapIoRangeToIoreqServer(body);
        return Perform(_domain, ref request);
    }

    /// <summary>Lets requests come, or stops them.</summary>
    public readonly XenResult TryEnable(bool isEnabled)
    {
        DmOpSetIoreqServerState body = default;
        body.id = _id;
        body.enabled = isEnabled ? (byte)1 : (byte)0;
        XenDmOp request = default;
        request.SetSetIoreqServerState(body);
        return Perform(_domain, ref request);
    }

    /// <summary>Answers a processor's request, if there is one.</summary>
    /// <typeparam name="TDevice">The device.</typeparam>
    /// <param name="vcpu">The processor's number.</param>
    /// <param name="port">The event channel to it, which was bound to its request's <c>vp_eport</c>.</param>
    /// <param name="device">The device.</param>
    /// <returns>0, or why the processor could not be woken.</returns>
    public readonly XenResult Serve<TDevice>(uint vcpu, EventChannelPort port, ref TDevice device)
        where TDevice : struct, IDeviceModel
    {
        Ioreq* request = RequestOf(vcpu);
        if (request->state != IoreqState.Ready)
        {
            return default;
        }

        Interlocked.MemoryBarrier(); // the request is complete once its state says so
        request->state = IoreqState.InProcess;
        if (request->dir == IoreqDirection.Read)
        {
            request->data = device.Read(request->addr, request->size);
        }
        else
        {
            device.Write(request->addr, request->size, request->data);
        }

        Interlocked.MemoryBarrier(); // the answer is complete before the state says so
        request->state = IoreqState.ResponseReady;
        return EventChannelOp.Send(port);
    }

    /// <summary>Ends the server and its mapping.</summary>
    /// <param name="isPlaceFree">Whether the page's place can be used for something else.</param>
    public XenResult Destroy(out bool isPlaceFree)
    {
        isPlaceFree = _page == Gfn.Invalid || MemoryOp.RemoveFromPhysmap(DomId.Self, _page).IsSuccess;
        DmOpDestroyIoreqServer body = default;
        body.id = _id;
        XenDmOp request = default;
        request.SetDestroyIoreqServer(body);
        return Perform(_domain, ref request);
    }

    private readonly Ioreq* RequestOf(uint vcpu) => (Ioreq*)Physical.At(_page) + vcpu;

    private static XenResult Perform(DomId domain, ref XenDmOp request)
    {
        fixed (XenDmOp* body = &request)
        {
            DmOpBuffer buffer = default;
            buffer.h = body;
            buffer.size = XenDmOp.SizeInBytes;
            return DmOp.Perform(domain, nr_bufs: 1, &buffer);
        }
    }
}
