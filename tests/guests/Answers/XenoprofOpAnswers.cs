using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>xenoprof_op: a profile that is begun and ended at once.</summary>
internal static unsafe class XenoprofOpAnswers
{
    public static void Print(Place place)
    {
        SetUp(place);
        Run();
        TakeDown();
    }

    private static void SetUp(Place place)
    {
        ulong address = 0;
        DomId nobody = Place.Nobody;
        Answer.Is("xenoprof_op XENOPROF_init"u8, XenoprofOp.Init((XenoprofInit*)place.Page(0)));
        Answer.Is("xenoprof_op XENOPROF_reset_active_list"u8, XenoprofOp.ResetActiveList());
        Answer.Is("xenoprof_op XENOPROF_reset_passive_list"u8, XenoprofOp.ResetPassiveList());
        Answer.Is("xenoprof_op XENOPROF_set_active"u8, XenoprofOp.SetActive(&nobody));
        Answer.Is("xenoprof_op XENOPROF_set_passive"u8, XenoprofOp.SetPassive(Place.Nobody, 0, out _, out _, ref address));
        Answer.Is("xenoprof_op XENOPROF_get_buffer"u8, XenoprofOp.GetBuffer(max_samples: 0, out _, out _, ref address));
        Answer.Is("xenoprof_op XENOPROF_set_backtrace"u8, XenoprofOp.SetBacktrace((uint*)place.Page(0)));
        Answer.Is("xenoprof_op XENOPROF_get_ibs_caps"u8, XenoprofOp.GetIbsCapabilities());
    }

    private static void Run()
    {
        Answer.Is("xenoprof_op XENOPROF_reserve_counters"u8, XenoprofOp.ReserveCounters());
        Answer.Is("xenoprof_op XENOPROF_counter"u8, XenoprofOp.Counter(0, 0, 0, 0, 0, 0, 0, 0));
        Answer.Is("xenoprof_op XENOPROF_ibs_counter"u8, XenoprofOp.IbsCounter(0, 0, 0, 0, 0, 0));
        Answer.Is("xenoprof_op XENOPROF_setup_events"u8, XenoprofOp.SetupEvents());
        Answer.Is("xenoprof_op XENOPROF_enable_virq"u8, XenoprofOp.EnableVirq());
        Answer.Is("xenoprof_op XENOPROF_start"u8, XenoprofOp.Start());
        Answer.Is("xenoprof_op XENOPROF_stop"u8, XenoprofOp.Stop());
    }

    private static void TakeDown()
    {
        Answer.Is("xenoprof_op XENOPROF_disable_virq"u8, XenoprofOp.DisableVirq());
        Answer.Is("xenoprof_op XENOPROF_release_counters"u8, XenoprofOp.ReleaseCounters());
        Answer.Is("xenoprof_op XENOPROF_shutdown"u8, XenoprofOp.Shutdown());
    }
}
