using System.Collections.Generic;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>The operations of Xen, by their C names, of which the analysis knows what they do to frames.</summary>
internal static class XenOperations
{
    /// <summary>Xen's answer to where nothing lives; proposed, and stale as soon as anything else is mapped.</summary>
    public const string GetUnallocatedSpace = "XENMEM_get_unallocated_space";

    /// <summary>Takes pages from the guest: their frames become holes.</summary>
    public const string DecreaseReservation = "XENMEM_decrease_reservation";

    /// <summary>Puts pages of the guest's own at frames.</summary>
    public const string PopulatePhysmap = "XENMEM_populate_physmap";

    private const string AddToPhysmap = "XENMEM_add_to_physmap";
    private const string AddToPhysmapBatch = "XENMEM_add_to_physmap_batch";

    // Each puts something at a guest frame, which then is no longer where nothing lives.
    private static readonly HashSet<string> Occupying =
    [
        "XENMEM_increase_reservation", PopulatePhysmap, AddToPhysmap, AddToPhysmapBatch,
        "XENMEM_exchange", "XENMEM_acquire_resource", "GNTTABOP_map_grant_ref",
    ];

    /// <summary>Whether the operation puts something at a guest frame.</summary>
    public static bool Occupies(string? operation) => operation is not null && Occupying.Contains(operation);

    /// <summary>Whether the operation is one of the two that map pages of a map space.</summary>
    public static bool AddsToPhysmap(string? operation) => operation is AddToPhysmap or AddToPhysmapBatch;
}
