using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>Answers that are not looked at, or looked at in the wrong way.</summary>
internal static unsafe class Outcomes
{
    private static GrantRef Empty => new(9);

    public static void Run(Place place)
    {
        Gfn* two = stackalloc Gfn[2] { place.FrameOf(13), Gfn.Invalid };
        Seen.Answer("R3 decrease_reservation of 2 frames, the second no page"u8, MemoryOp.DecreaseReservation(two, 2, 0, 0, DomId.Self));
        Seen.Answer("R3 populate_physmap of the same 2 frames"u8, MemoryOp.PopulatePhysmap(two, 2, 0, 0, DomId.Self));

        Batches(place);
        Ignored(place);
    }

    public static void RunAnywhere(Place place)
    {
        Counts(place);
        Cut();
        Grants(place);
    }

    private static void Counts(Place place)
    {
        Gfn hole = place.Hole(3);
        ExtentCount given = MemoryOp.DecreaseReservation(&hole, 1, 0, 0, Place.Nobody);
        Seen.Answer("HCS4002 decrease_reservation of a domain that there is not"u8, given);
        Seen.Answer("HCS4002 what '< 0' makes of it (1: a failure)"u8, new XenResult(given.Value < 0 ? 1 : 0));
    }

    private static void Cut()
    {
        MemoryDomain own = default;
        own.domid = DomId.Self;
        XenQuantity limit = MemoryOp.MaximumReservation(&own);
        Seen.Answer("HCS4003 maximum_reservation"u8, new XenResult((long)limit.Value));
        Seen.Answer("HCS4003 the same, cut to an int"u8, new XenResult((int)limit.Value));
    }

    private static void Batches(Place place)
    {
        Gfn* frames = stackalloc Gfn[2] { place.Hole(3), place.Hole(4) };
        XenULong* pages = stackalloc XenULong[2] { 4096, 4097 };
        int* errors = stackalloc int[2];
        Seen.Answer(
            "HCS4005 batch of frames 4096 and 4097 of the grant table"u8,
            MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 2, default, pages, frames, errors));

        int* read = stackalloc int[2];
        Seen.Answer(
            "R2 the same, and the first page's error"u8,
            MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 2, default, pages, frames, read),
            read[0]);
    }

    private static void Grants(Place place)
    {
        Seen.Answer(
            "HCS4005 map_grant_ref of an empty entry"u8,
            GrantTableOp.MapGrantRef(place.Hole(3).Address, GrantMapFlags.HostMap, Empty, place.OwnDomain, out _, out _, out _));
        Seen.Answer(
            "R2 the same, and its status"u8,
            GrantTableOp.MapGrantRef(place.Hole(3).Address, GrantMapFlags.HostMap, Empty, place.OwnDomain, out GrantStatus status, out _, out _),
            (long)status);
    }

    private static void Ignored(Place place)
    {
        Seen.Answer(
            "HCS4001 frame 4096 of the grant table, whose answer is ignored"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 4096, place.Hole(7)));
        MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 4096, place.Hole(7));
        Seen.Memory("HCS4001 the frame where the table is thought to be"u8, (ulong*)place.Hole(7).Address.Value);
    }
}
