using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>Mappings at frames where every guest that has guest frames can err alike.</summary>
internal static unsafe class Targets
{
    private const uint UnmarkedPage = 8;
    private const ulong Mark = 0x1122334455667788;

    public static void Run(Place place)
    {
        BeyondTheAddresses();
        AtAHole();
        AtAnUnmarkedFrame(place);
        BeyondTheTable(place);
    }

    private static void BeyondTheAddresses()
    {
        Seen.Answer(
            "HCS2001 grant table at frame 0x1000000000"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x1000000000)));

        Seen.Answer(
            "HCS2001 grant table at the frame of all ones"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xFFFFFFFFFFFFFFFF)));
    }

    private static void AtAHole()
    {
        Seen.Answer(
            "HCS2000 grant table at frame 0xb000, where nothing was"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xb000)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0xb000));
    }

    private static void AtAnUnmarkedFrame(Place place)
    {
        Gfn where = place.FrameOf(UnmarkedPage);
        ulong* page = (ulong*)where.Address.Value;
        *page = Mark;
        Seen.Memory("HCS2005 a page of the guest's own, by a frame that nothing proves"u8, page);
        Seen.Answer("HCS2005 grant table over it"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, where));
        Seen.Memory("HCS2005 the page"u8, page);
        Seen.Answer("HCS2005 remove_from_physmap of it"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, where));
        Seen.Memory("HCS2005 the page, removed"u8, page);
    }

    // How many frames the table may have, the one who starts the guest says: 64 unless it says something else.
    private static void BeyondTheTable(Place place)
    {
        Seen.Answer("T5 frame 4096 of the grant table"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 4096, place.Hole(0)));
    }
}
