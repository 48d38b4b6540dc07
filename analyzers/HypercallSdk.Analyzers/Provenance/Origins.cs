using System;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// Where a frame can have come from: one flag for each possibility. Of a value that is reached on two ways both hold, so a
/// frame is proven when none of the unproven flags is set.
/// </summary>
[Flags]
internal enum Origins
{
    /// <summary>Nowhere: the value is not reached, is constant, or holds no frame.</summary>
    None = 0,

    /// <summary>Region 0 of <c>/hypervisor</c>, as the device tree says at run time.</summary>
    GrantTableRegion = 1,

    /// <summary>A later region of <c>/hypervisor</c>.</summary>
    ExtendedRegion = 2,

    /// <summary>Xen's answer to <c>XENMEM_get_unallocated_space</c>.</summary>
    Query = 4,

    /// <summary>A page of its own that the guest gave back by <c>XENMEM_decrease_reservation</c>.</summary>
    Ballooned = 8,

    /// <summary>A place that is marked <c>[MapTarget]</c> or <c>[Proven]</c>: who filled it had to prove it.</summary>
    Contract = 16,

    /// <summary>The author vouches for it: <c>Unproven(value, "why")</c>.</summary>
    Vouched = 32,

    /// <summary>Nothing is known of it.</summary>
    Unknown = 64,

    /// <summary>The guest's own memory, not given back.</summary>
    OwnMemory = 128,

    /// <summary>An answer of Xen's from before a later mapping.</summary>
    Stale = 256,

    /// <summary>The frame behind the last one of a range.</summary>
    PastEnd = 512,
}
