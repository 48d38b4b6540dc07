using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>memory_op: on the own domain, and all that is mapped is taken away again.</summary>
internal static unsafe class MemoryOpAnswers
{
    public static void Print(Place place)
    {
        Numbers();
        Reservations(place);
        Mappings(place);
        MapSpaces(place);
        Maps(place);
        Tools(place);
        Commands(place);
    }

    private static void Numbers()
    {
        Answer.Varies("memory_op XENMEM_maximum_ram_page"u8, MemoryOp.MaximumRamPage());
        MemoryDomain own = default;
        own.domid = DomId.Self;
        Answer.Varies("memory_op XENMEM_current_reservation"u8, MemoryOp.CurrentReservation(&own));
        Answer.Varies("memory_op XENMEM_maximum_reservation"u8, MemoryOp.MaximumReservation(&own));
        Answer.Varies("memory_op XENMEM_maximum_gpfn"u8, MemoryOp.MaximumGpfn(&own));
        Answer.Is("memory_op XENMEM_get_sharing_freed_pages"u8, MemoryOp.GetSharingFreedPages());
        Answer.Is("memory_op XENMEM_get_sharing_shared_pages"u8, MemoryOp.GetSharingSharedPages());
    }

    // A page goes and a fresh one comes in its place.
    private static void Reservations(Place place)
    {
        Gfn own = place.FrameOf(0);
        Answer.Is("memory_op XENMEM_decrease_reservation"u8, MemoryOp.DecreaseReservation(&own, 1, 0, 0, DomId.Self));
        Answer.Is("memory_op XENMEM_populate_physmap"u8, MemoryOp.PopulatePhysmap(&own, 1, 0, 0, DomId.Self));

        // None at all: what a translated guest is given has no frame, and could not be given back.
        Answer.Is("memory_op XENMEM_increase_reservation"u8, MemoryOp.IncreaseReservation(&own, 0, 0, 0, DomId.Self));
        Answer.Is("memory_op XENMEM_claim_pages"u8, MemoryOp.ClaimPages(null, 0, 0, 0, DomId.Self));

        Gfn given = own;
        Gfn taken = own;
        XenULong exchanged = 0;
        Answer.Is("memory_op XENMEM_exchange"u8, MemoryOp.Exchange(OnePage(&given), OnePage(&taken), ref exchanged));
    }

    private static MemoryReservation OnePage(Gfn* frame)
    {
        MemoryReservation page = default;
        page.extent_start = frame;
        page.nr_extents = 1;
        page.domid = DomId.Self;
        return page;
    }

    private static void Mappings(Place place)
    {
        Gfn hole = place.Hole(0);
        Answer.Is("memory_op XENMEM_add_to_physmap"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, hole));
        Answer.Is("memory_op XENMEM_remove_from_physmap"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, hole));

        XenULong index = 0;
        int error = 0;
        XenResult added = MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.SharedInfo, 1, default, &index, &hole, &error);
        Answer.Is("memory_op XENMEM_add_to_physmap_batch"u8, added, error);
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, hole);

        uint count = 1;
        XenResult acquired = MemoryOp.AcquireResource(Place.Nobody, MemoryResource.GrantTable, 0, ref count, 0, &hole);
        Answer.Is("memory_op XENMEM_acquire_resource"u8, acquired);
    }

    private static void MapSpaces(Place place)
    {
        Answer.Is("memory_op XENMAPSPACE_shared_info"u8, OneOf(place, MapSpace.SharedInfo, 0));
        Answer.Is("memory_op XENMAPSPACE_grant_table"u8, OneOf(place, MapSpace.GrantTable, 0));
        Answer.Is("memory_op XENMAPSPACE_gmfn"u8, OneOf(place, MapSpace.Gmfn, Place.NoFrame));
        Answer.Is(
            "memory_op XENMAPSPACE_gmfn_range"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 1, MapSpace.GmfnRange, Place.NoFrame, place.Hole(0)));
        Answer.Is("memory_op XENMAPSPACE_dev_mmio"u8, OneOf(place, MapSpace.DevMmio, 0));

        Gfn hole = place.Hole(0);
        XenULong index = 0;
        int error = 0;
        XenResult added = MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GmfnForeign, 1, Place.Nobody, &index, &hole, &error);
        Answer.Is("memory_op XENMAPSPACE_gmfn_foreign"u8, added, error);
    }

    private static XenResult OneOf(Place place, MapSpace space, ulong index)
    {
        XenResult added = MemoryOp.AddToPhysmap(DomId.Self, 0, space, index, place.Hole(0));
        if (added.IsSuccess)
        {
            _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(0));
        }

        return added;
    }

    private static void Maps(Place place)
    {
        Mfn* frames = (Mfn*)place.Page(0);
        MemoryMapEntry* entries = (MemoryMapEntry*)place.Page(1);
        Answer.Is("memory_op XENMEM_machphys_mfn_list"u8, MemoryOp.MachphysMfnList(1, frames, out _));
        Answer.Is("memory_op XENMEM_machphys_compat_mfn_list"u8, MemoryOp.MachphysCompatMfnList(1, frames, out _));
        Answer.Is("memory_op XENMEM_machphys_mapping"u8, MemoryOp.MachphysMapping(out _, out _, out _));
        uint count = 128;
        Answer.Is("memory_op XENMEM_memory_map"u8, MemoryOp.MemoryMap(ref count, entries));
        count = 128;
        Answer.Is("memory_op XENMEM_machine_memory_map"u8, MemoryOp.MachineMemoryMap(ref count, entries));
        Answer.Is("memory_op XENMEM_set_memory_map"u8, MemoryOp.SetMemoryMap(Place.Nobody, default));
        count = 1;
        ReservedDeviceMemory* reserved = (ReservedDeviceMemory*)place.Page(2);
        Answer.Is(
            "memory_op XENMEM_reserved_device_memory_map"u8,
            MemoryOp.ReservedDeviceMemoryMap(ReservedDeviceMemoryFlags.All, ref count, reserved, dev: default));

        uint nodes = 1;
        uint cpus = 1;
        uint ranges = 1;
        VnumaNumbers distances = default;
        distances.h = (uint*)place.Page(0);
        VnumaNumbers nodeOfCpu = default;
        nodeOfCpu.h = (uint*)place.Page(1);
        VnumaRanges memory = default;
        memory.h = (VirtualMemoryRange*)place.Page(2);
        Answer.Is(
            "memory_op XENMEM_get_vnumainfo"u8,
            MemoryOp.GetVnumaInfo(DomId.Self, ref nodes, ref cpus, ref ranges, distances, nodeOfCpu, memory));
        Answer.Is("memory_op XENMEM_get_unallocated_space"u8, Unallocated(place));
    }

    private static XenResult Unallocated(Place place)
    {
        uint count = 32;
        return MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, (UnallocatedRegion*)place.Page(0));
    }

    // What a toolstack asks, of a domain that there is not.
    private static void Tools(Place place)
    {
        Answer.Is("memory_op XENMEM_set_pod_target"u8, MemoryOp.SetPodTarget(0, out _, out _, out _, Place.Nobody));
        Answer.Is("memory_op XENMEM_get_pod_target"u8, MemoryOp.GetPodTarget(0, out _, out _, out _, Place.Nobody));
        Answer.Is("memory_op XENMEM_access_op"u8, Access(MemoryAccessCommand.GetAccess));
        Answer.Is("memory_op XENMEM_paging_op"u8, Paging(place, MemoryPagingCommand.Nominate));
        Answer.Is("memory_op XENMEM_sharing_op"u8, Sharing(MemorySharingCommand.Audit));
    }

    private static void Commands(Place place)
    {
        Answer.Is("memory_op XENMEM_access_op_set_access"u8, Access(MemoryAccessCommand.SetAccess));
        Answer.Is("memory_op XENMEM_access_op_get_access"u8, Access(MemoryAccessCommand.GetAccess));
        Answer.Is("memory_op XENMEM_access_op_set_access_multi"u8, Access(MemoryAccessCommand.SetAccessMulti));
        Answer.Is("memory_op XENMEM_access_op_enable_emulate"u8, Access(MemoryAccessCommand.EnableEmulate));
        Answer.Is("memory_op XENMEM_access_op_disable_emulate"u8, Access(MemoryAccessCommand.DisableEmulate));
        Answer.Is("memory_op XENMEM_paging_op_nominate"u8, Paging(place, MemoryPagingCommand.Nominate));
        Answer.Is("memory_op XENMEM_paging_op_evict"u8, Paging(place, MemoryPagingCommand.Evict));
        Answer.Is("memory_op XENMEM_paging_op_prep"u8, Paging(place, MemoryPagingCommand.Prep));
        Answer.Is("memory_op XENMEM_sharing_op_nominate_gfn"u8, Sharing(MemorySharingCommand.NominateGfn));
        Answer.Is("memory_op XENMEM_sharing_op_nominate_gref"u8, Sharing(MemorySharingCommand.NominateGref));
        Answer.Is("memory_op XENMEM_sharing_op_share"u8, Sharing(MemorySharingCommand.Share));
        Answer.Is("memory_op XENMEM_sharing_op_debug_gfn"u8, Sharing(MemorySharingCommand.DebugGfn));
        Answer.Is("memory_op XENMEM_sharing_op_debug_mfn"u8, Sharing(MemorySharingCommand.DebugMfn));
        Answer.Is("memory_op XENMEM_sharing_op_debug_gref"u8, Sharing(MemorySharingCommand.DebugGref));
        Answer.Is("memory_op XENMEM_sharing_op_add_physmap"u8, Sharing(MemorySharingCommand.AddPhysmap));
        Answer.Is("memory_op XENMEM_sharing_op_audit"u8, Sharing(MemorySharingCommand.Audit));
        Answer.Is("memory_op XENMEM_sharing_op_range_share"u8, Sharing(MemorySharingCommand.RangeShare));
        Answer.Is("memory_op XENMEM_sharing_op_fork"u8, Sharing(MemorySharingCommand.Fork));
        Answer.Is("memory_op XENMEM_sharing_op_fork_reset"u8, Sharing(MemorySharingCommand.ForkReset));
    }

    private static XenResult Access(MemoryAccessCommand command)
    {
        MemoryAccess access = MemoryAccess.Default;
        return MemoryOp.Access(command, ref access, Place.Nobody, 0, default, null, null);
    }

    private static XenResult Paging(Place place, MemoryPagingCommand command) =>
        MemoryOp.Paging(command, Place.Nobody, place.Page(0), default);

    private static XenResult Sharing(MemorySharingCommand command)
    {
        MemorySharingArguments arguments = default;
        return MemoryOp.Sharing(command, Place.Nobody, ref arguments);
    }
}
