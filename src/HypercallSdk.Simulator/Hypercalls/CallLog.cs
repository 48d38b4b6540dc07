using System.Collections.Generic;

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
    public void Miss(ulong hypercall, ulong op, string what) => _notModelled.Add(new UnmodelledCall(hypercall, op, what));
}
