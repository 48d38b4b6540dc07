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
    public nint Call(uint op, nuint argument)
    {
        switch (op)
        {
            case 0:
                return Answer.Done;
            case 2:
                return ShutDown(argument);
            case 1 or 3 or 4 or 5 or 6 or 7:
                log.Miss((ulong)HypercallNumber.SchedOp, op, "this scheduler operation");
                return Answer.Fail(XenErrno.ENOSYS);
            default:
                return Answer.Fail(XenErrno.ENOSYS);
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
