using System;
using System.Collections.Generic;
using HypercallSdk.Xen;

namespace HypercallSdk.Generators.Tests.Layout;

/// <summary>
/// One of Xen's structs as a C compiler laid it out for arm64 from Xen's own headers. The one that no released Xen has is
/// laid out as the proposal says.
/// </summary>
/// <param name="Type">The type in C#.</param>
/// <param name="Size"><c>sizeof</c> in bytes.</param>
/// <param name="Fields">The fields, padding members left out.</param>
public sealed record CStruct(Type Type, int Size, IReadOnlyList<CField> Fields)
{
    /// <summary>All that are emitted or shipped.</summary>
    public static IReadOnlyList<CStruct> All { get; } =
    [
        new(typeof(MemoryOp.XenMemoryReservation), 32,
            [new("extent_start", 0), new("nr_extents", 8), new("extent_order", 16), new("mem_flags", 20), new("domid", 24)]),
        new(typeof(MemoryOp.XenAddToPhysmap), 24,
            [new("domid", 0), new("size", 2), new("space", 4), new("idx", 8), new("gpfn", 16)]),
        new(typeof(MemoryOp.XenRemoveFromPhysmap), 16, [new("domid", 0), new("gpfn", 8)]),
        new(typeof(MemoryOp.XenAddToPhysmapBatch), 32,
            [new("domid", 0), new("space", 2), new("size", 4), new("foreign_domid", 6), new("idxs", 8), new("gpfns", 16), new("errs", 24)]),
        new(typeof(MemoryOp.XenGetUnallocatedSpace), 16, [new("domid", 0), new("nr_regions", 4), new("buffer", 8)]),
        new(typeof(UnallocatedRegion), 16, [new("start_gpfn", 0), new("nr_gpfns", 8)]),
        new(typeof(GrantTableOp.GnttabMapGrantRef), 32,
            [new("host_addr", 0), new("flags", 8), new("ref", 12), new("dom", 16), new("status", 18), new("handle", 20), new("dev_bus_addr", 24)]),
        new(typeof(GrantTableOp.GnttabUnmapGrantRef), 24,
            [new("host_addr", 0), new("dev_bus_addr", 8), new("handle", 16), new("status", 20)]),
        new(typeof(GrantTableOp.GnttabSetupTable), 24,
            [new("dom", 0), new("nr_frames", 4), new("status", 8), new("frame_list", 16)]),
        new(typeof(GrantTableOp.GnttabQuerySize), 16,
            [new("dom", 0), new("nr_frames", 4), new("max_nr_frames", 8), new("status", 12)]),
        new(typeof(GrantTableOp.GnttabGetVersion), 8, [new("dom", 0), new("version", 4)]),
        new(typeof(GrantEntryV1), 8, [new("flags", 0), new("domid", 2), new("frame", 4)]),
        new(typeof(XenVersion.XenFeatureInfo), 8, [new("submap_idx", 0), new("submap", 4)]),
        new(typeof(ExtraVersion), 16, [new("text", 0)]),
        new(typeof(SchedOp.SchedShutdown), 4, [new("reason", 0)]),
    ];

    /// <inheritdoc/>
    public override string ToString() => Type.Name;
}
