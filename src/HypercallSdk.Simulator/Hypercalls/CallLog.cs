using System;
using System.Collections.Generic;
using HypercallSdk.Simulator.Abi;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>What was called, as far as tests ask about it.</summary>
internal sealed class CallLog
{
    private readonly List<UnmodelledCall> _notModelled = [];

    /// <summary>How many hypercalls were made.</summary>
    public long Calls { get; private set; }

    /// <summary>What a real Xen would have answered otherwise.</summary>
    public IReadOnlyList<UnmodelledCall> NotModelled => _notModelled;

    /// <summary>Counts a hypercall.</summary>
    public void Count() => Calls++;

    /// <summary>Records that Xen has something here that the simulator lacks.</summary>
    public void Miss(HypercallNumber hypercall, ulong op, string what) =>
        _notModelled.Add(new UnmodelledCall((ulong)hypercall, op, what));

    /// <summary>Answers an operation that nobody took: it is recorded if real Xen has it.</summary>
    /// <typeparam name="TOperation">The operations that real Xen has.</typeparam>
    public nint Lacking<TOperation>(HypercallNumber hypercall, TOperation operation)
        where TOperation : struct, Enum
    {
        if (Enum.IsDefined(operation))
        {
            Miss(hypercall, Convert.ToUInt64(operation, provider: null), $"{hypercall}.{operation}");
        }

        return Answer.Fail(XenErrno.ENOSYS);
    }
}
