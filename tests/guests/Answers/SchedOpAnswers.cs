using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>sched_op: nothing that stops the domain; its watchdog is made and taken away before it bites.</summary>
internal static unsafe class SchedOpAnswers
{
    private const uint AnyWatchdog = 0;
    private const uint ManySeconds = 3600;
    private const int FirstProcessor = 0;
    private const int NoProcessor = -1;

    /// <summary>The last answer of all: a domain whose reason to end is set keeps it, and the reason is a domU's verdict on x86.</summary>
    public static void PrintLast() => Answer.Is(
        "sched_op SCHEDOP_shutdown_code"u8, SchedOp.ShutdownCode((ShutdownReason)(Machine.ExitCodeReason | (uint)Machine.Pass)));

    public static void Print()
    {
        Answer.Is("sched_op SCHEDOP_yield"u8, SchedOp.Yield());
        Answer.Is("sched_op SCHEDOP_poll"u8, SchedOp.Poll(null, 0, timeout: 1)); // long past: it does not wait
        Answer.Is("sched_op SCHEDOP_remote_shutdown"u8, SchedOp.RemoteShutdown(Place.Nobody, ShutdownReason.Crash));
        XenResult watchdog = SchedOp.Watchdog(AnyWatchdog, ManySeconds);
        Answer.Varies("sched_op SCHEDOP_watchdog"u8, watchdog);
        if (watchdog.IsSuccess)
        {
            _ = SchedOp.Watchdog((uint)watchdog.Value, timeout: 0);
        }

        Answer.Is("sched_op SCHEDOP_pin_override"u8, SchedOp.PinOverride(FirstProcessor));
        _ = SchedOp.PinOverride(NoProcessor);
    }
}
