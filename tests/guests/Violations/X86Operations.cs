using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>What x86 does not have.</summary>
internal static unsafe class X86Operations
{
    public static void Run(Place place)
    {
        Seen.Answer("HCS3002 dev_mmio"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.DevMmio, 0xfed00, place.Hole(0)));

        Seen.Answer(
            "T12 gmfn_range of 2 frames to the frame of all ones"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 2, MapSpace.GmfnRange, 0, Gfn.Unproven(~0UL, "what is asked is whether Xen wraps round")));

        Seen.Answer(
            "U6 grant_table, idx 0x80000000, a table of version 1"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0x80000000, place.Hole(0)));

        Gfn first = place.Hole(0);
        Gfn second = place.Hole(1);
        Seen.Answer("M5 shared_info, at first"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, first));
        Seen.Answer("HCS5009 shared_info at a second frame, not removed"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, second));
        Seen.Memory("HCS5009 the first frame's end"u8, (ulong*)(place.Hole(0).Address.Value + 0xff8));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(1));
    }
}
