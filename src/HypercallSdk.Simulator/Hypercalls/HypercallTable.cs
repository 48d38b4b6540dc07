using System;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>Finds who answers a hypercall. The number is compared whole: garbage in its upper half is another number.</summary>
internal sealed class HypercallTable(
    Domain domain, GuestCopy guest, GuestConsole console, CallLog log, Action<uint> shutDown)
{
    private readonly MemoryOp _memoryOp = new(domain, guest, log);
    private readonly GrantTableOp _grantTableOp = new(domain, guest, log);
    private readonly XenVersion _xenVersion = new(domain, guest, log);
    private readonly ConsoleIo _consoleIo = new(console, guest, log);
    private readonly SchedOp _schedOp = new(guest, log, shutDown);

    /// <summary>Answers a hypercall. Xen's C parameters of 32 bits ignore the upper half of their registers.</summary>
    public nint Call(ulong number, HypercallArguments arguments)
    {
        HypercallNumber hypercall = (HypercallNumber)number;
        switch (hypercall)
        {
            case HypercallNumber.MemoryOp:
                return _memoryOp.Call(arguments.A0, arguments.A1);
            case HypercallNumber.XenVersion:
                return _xenVersion.Call((VersionOperation)(uint)arguments.A0, arguments.A1);
            case HypercallNumber.ConsoleIo:
                return _consoleIo.Call((ConsoleOperation)(uint)arguments.A0, (uint)arguments.A1, arguments.A2);
            case HypercallNumber.GrantTableOp:
                return _grantTableOp.Call((uint)arguments.A0, arguments.A1, (uint)arguments.A2);
            case HypercallNumber.SchedOp:
                return _schedOp.Call((SchedOperation)(uint)arguments.A0, arguments.A1);
            default:
                return Lacking(hypercall, arguments);
        }
    }

    private nint Lacking(HypercallNumber hypercall, HypercallArguments arguments)
    {
        if (Enum.IsDefined(hypercall))
        {
            log.Miss(hypercall, arguments.A0, $"{hypercall}");
        }

        return Answer.Fail(XenErrno.ENOSYS);
    }
}
