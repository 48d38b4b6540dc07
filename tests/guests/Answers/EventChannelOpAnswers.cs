using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>event_channel_op: channels of the domain to itself. The reset comes last and closes what is open.</summary>
internal static unsafe class EventChannelOpAnswers
{
    private const uint Vcpu = 0;
    private const uint NoIrq = 0x7FFF;
    private const uint LowestPriority = 15;

    public static void Print(Place place)
    {
        Bindings();
        OneChannel();
        Queues(place);
        Answer.Is("event_channel_op EVTCHNOP_reset"u8, EventChannelOp.Reset(DomId.Self));
    }

    private static void Bindings()
    {
        Answer.Is("event_channel_op EVTCHNOP_bind_virq"u8, EventChannelOp.BindVirq(VirtualIrq.Debug, Vcpu, out EventChannelPort port));
        _ = EventChannelOp.Close(port);
        Answer.Is("event_channel_op EVTCHNOP_bind_ipi"u8, EventChannelOp.BindIpi(Vcpu, out port));
        _ = EventChannelOp.Close(port);
        Answer.Is("event_channel_op EVTCHNOP_bind_pirq"u8, EventChannelOp.BindPirq(NoIrq, default, out _));
    }

    // Both of its ends are the domain's.
    private static void OneChannel()
    {
        XenResult allocated = EventChannelOp.AllocUnbound(DomId.Self, DomId.Self, out EventChannelPort far);
        Answer.Is("event_channel_op EVTCHNOP_alloc_unbound"u8, allocated);
        XenResult bound = EventChannelOp.BindInterdomain(DomId.Self, far, out EventChannelPort near);
        Answer.Is("event_channel_op EVTCHNOP_bind_interdomain"u8, bound);
        Answer.Is("event_channel_op EVTCHNOP_status"u8, EventChannelOp.Status(DomId.Self, near, out _, out _, out _));
        Answer.Is("event_channel_op EVTCHNOP_bind_vcpu"u8, EventChannelOp.BindVcpu(near, Vcpu));
        Answer.Is("event_channel_op EVTCHNOP_send"u8, EventChannelOp.Send(near));
        Answer.Is("event_channel_op EVTCHNOP_unmask"u8, EventChannelOp.Unmask(far));
        Answer.Is("event_channel_op EVTCHNOP_close"u8, EventChannelOp.Close(near));
        _ = EventChannelOp.Close(far);
    }

    // Priorities are of these, which take the place of the bit maps.
    private static void Queues(Place place)
    {
        _ = place.Page(Place.EventControlPage);
        _ = place.Page(Place.EventArrayPage);
        XenResult controlled = EventChannelOp.InitControl(place.FrameOf(Place.EventControlPage), 0, Vcpu, out _);
        Answer.Is("event_channel_op EVTCHNOP_init_control"u8, controlled);
        Answer.Is("event_channel_op EVTCHNOP_expand_array"u8, EventChannelOp.ExpandArray(place.FrameOf(Place.EventArrayPage)));
        XenResult bound = EventChannelOp.BindIpi(Vcpu, out EventChannelPort port);
        Answer.Is("event_channel_op EVTCHNOP_set_priority"u8, bound.IsFailure ? bound : EventChannelOp.SetPriority(port, LowestPriority));
    }
}
