using System;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary><c>HYPERVISOR_sched_op</c>.</summary>
internal sealed class SchedOp(GuestCopy guest, CallLog log, Action<uint> shutDown)
{
    // struct sched_shutdown: reason@0, of which Xen keeps eight bits.
    private const int ShutdownBytes = 4;

    /// <summary>Answers a call; a shutdown does not come back.</summary>
    public nint Call(SchedOperation operation, nuint argument)
    {
        switch (operation)
        {
            case SchedOperation.Yield:
                return Answer.Done;
            case SchedOperation.Shutdown:
                return ShutDown(argument);
            default:
                return log.Lacking(HypercallNumber.SchedOp, operation);
        }
    }

    private nint ShutDown(nuint argument)
    {
        Span<byte> bytes = stackalloc byte[ShutdownBytes];
        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        shutDown(bytes[0]);
        return Answer.Done;
    }
}
