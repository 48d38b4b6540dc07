using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>What Arm does not have.</summary>
internal static unsafe class ArmOperations
{
    public static void Run(Place place)
    {
        Spaces(place);
        TableIndices(place);

        Gfn first = place.Hole(0);
        Gfn second = place.Hole(1);
        Seen.Answer("M5 shared_info, at first"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, first));
        Seen.Answer("HCS5009 shared_info at a second frame, not removed"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, second));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(0));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(1));
    }

    private static void Spaces(Place place)
    {
        Seen.Answer("HCS3002 gmfn"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.Gmfn, place.FrameOf(11).Value, place.Hole(0)));

        Seen.Answer(
            "HCS3002 gmfn_range of 1 frame"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 1, MapSpace.GmfnRange, place.FrameOf(11).Value, place.Hole(0)));

        Seen.Answer(
            "HCS3002 gmfn_range of 0 frames"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GmfnRange, place.FrameOf(11).Value, place.Hole(0)));

        ulong* hole = (ulong*)place.Hole(0).Address.Value;
        Seen.Answer("HCS3002 dev_mmio of a frame that is no device's"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.DevMmio, 0x74000, place.Hole(0)));
        Seen.Memory("HCS3002 the frame of dev_mmio"u8, hole);
    }

    private static void TableIndices(Place place)
    {
        Seen.Answer(
            "HCS3004 grant_table, idx 0x80000000"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0x80000000, place.Hole(0)));

        Seen.Answer(
            "HCS3004 grant_table, idx 0x100000005"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0x100000005, place.Hole(0)));
        Seen.Answer(
            "HCS3004 grant_table, idx 5, after that"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 5, place.Hole(1)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(0));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(1));
    }
}
