using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>What a map space, an operation or a release does not have, asked for all the same.</summary>
internal static unsafe class Operations
{
    private const uint OffsetOfTheLastEight = 4096 - 8;
    private const uint VcpuInfoPage = 10;

    public static void Run(Place place)
    {
        ThroughTheOtherOperation(place);
        OfArguments(place);

        VcpuRegisterVcpuInfo info = default;
        info.mfn = place.FrameOf(VcpuInfoPage);
        info.offset = OffsetOfTheLastEight;
        Seen.Answer("HCS6003 vcpu_info that crosses the end of its page"u8, VcpuOp.RegisterVcpuInfo(0, &info));
    }

    public static void RunAnywhere(Place place)
    {
        Gfn extent = place.Hole(1);
        Seen.Answer("HCS3004 populate_physmap of 0x4000000 extents"u8, MemoryOp.PopulatePhysmap(&extent, 0x4000000, 0, 0, DomId.Self));

        Gfn large = place.Hole(1);
        Seen.Answer("HCS3004 populate_physmap of an extent of order 20"u8, MemoryOp.PopulatePhysmap(&large, 1, 20, 0, DomId.Self));

        Seen.Answer("HCS3001 XENVER_extraversion2, which came with 4.20"u8, new XenResult(Sign(XenVersion.Extraversion2(null))));

        uint count = 4;
        UnallocatedRegion* regions = (UnallocatedRegion*)place.Page(12);
        Seen.Answer("HCS3003 XENMEM_get_unallocated_space"u8, MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, regions));
    }

    private static void ThroughTheOtherOperation(Place place)
    {
        Seen.Answer(
            "HCS3005 gmfn_foreign by add_to_physmap"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GmfnForeign, 0, place.Hole(0)));

        Gfn hole = place.Hole(0);
        XenULong page = 0;
        int error = 0;
        Seen.Answer(
            "HCS3005 gmfn_range by add_to_physmap_batch"u8,
            MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GmfnRange, 1, default, &page, &hole, &error),
            error);
    }

    private static void OfArguments(Place place)
    {
        Seen.Answer("HCS3004 shared_info, idx 1"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 1, place.Hole(0)));

        Gfn hole = place.Hole(0);
        XenULong page = 0;
        int error = 0;
        Seen.Answer(
            "HCS3004 gmfn_foreign of the calling domain, as DOMID_SELF"u8,
            MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GmfnForeign, 1, DomId.Self, &page, &hole, &error),
            error);

        Seen.Answer(
            "M6 gmfn_foreign of the calling domain, by its number"u8,
            MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GmfnForeign, 1, place.OwnDomain, &page, &hole, &error),
            error);
    }

    // A length is another one in every build.
    private static long Sign(XenQuantity quantity) => quantity.IsFailure ? -(long)quantity.Errno : 0;
}
