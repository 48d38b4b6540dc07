using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>Mappings at guest frames, of which a PV guest has none.</summary>
internal static unsafe class PvTargets
{
    public static void Run(Place place)
    {
        Seen.Answer("HCS2009 grant table"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, place.GrantTable));

        Gfn where = place.GrantTable;
        XenULong page = 0;
        int error = 0;
        Seen.Answer(
            "HCS2009 grant table by add_to_physmap_batch"u8,
            MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 1, default, &page, &where, &error),
            error);

        Seen.Answer("HCS2009 remove_from_physmap"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, place.GrantTable));
    }
}
