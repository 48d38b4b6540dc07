namespace HypercallSdk.Guests.Conduits;

/// <summary>A hypercall of x86 with as many arguments as there are, and whose last one decides about the answer.</summary>
[Hypercall("plain_calls")]
internal unsafe partial interface IPlainCalls
{
    /// <summary>Does operations on page tables; with a count of 0 Xen only finds out whose they are.</summary>
    /// <param name="uops">The operations.</param>
    /// <param name="count">How many.</param>
    /// <param name="pdone">How many were done; may be null.</param>
    /// <param name="foreigndom">Whose: a domain that there is not is <c>-ESRCH</c>.</param>
    [HypercallOp(26, "mmuext_op")]
    XenResult MmuextOp(void* uops, uint count, uint* pdone, uint foreigndom);
}
