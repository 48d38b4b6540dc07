using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>grant_table_op: a page that the domain grants to itself, and references that hold nothing.</summary>
internal static unsafe class GrantTableOpAnswers
{
    // Those below 8 are the toolstack's.
    private static GrantRef Used => new(8);

    private static GrantRef Empty => new(9);

    private static GrantHandle NoHandle => new(0xFFFFFFF0);

    public static void Print(Place place)
    {
        Sizes(place);
        Versions();
        Mapped(place);
        Unmapped(place);
    }

    private static void Sizes(Place place)
    {
        XenResult asked = GrantTableOp.QuerySize(DomId.Self, out _, out _, out GrantStatus status);
        Answer.Is("grant_table_op GNTTABOP_query_size"u8, asked, (long)status);
        asked = GrantTableOp.SetupTable(DomId.Self, 1, out status, (Gfn*)place.Page(0));
        Answer.Is("grant_table_op GNTTABOP_setup_table"u8, asked, (long)status);
        asked = GrantTableOp.GetStatusFrames(0, DomId.Self, out status, (ulong*)place.Page(0));
        Answer.Is("grant_table_op GNTTABOP_get_status_frames"u8, asked, (long)status);
        asked = GrantTableOp.DumpTable(DomId.Self, out status);
        Answer.Is("grant_table_op GNTTABOP_dump_table"u8, asked, (long)status);
    }

    private static void Versions()
    {
        Answer.Is("grant_table_op GNTTABOP_get_version"u8, GrantTableOp.GetVersion(DomId.Self, out _));
        uint version = 1;
        Answer.Is("grant_table_op GNTTABOP_set_version"u8, GrantTableOp.SetVersion(ref version));
    }

    // A grant of the domain to itself.
    private static void Mapped(Place place)
    {
        GrantEntryV1* entry = (GrantEntryV1*)place.GrantTable.Address.Value + Used.Value;
        _ = MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, place.GrantTable);
        entry->domid = place.OwnDomain;
        entry->frame = (uint)place.FrameOf(Place.GrantedPage).Value;
        entry->flags = GrantEntryFlags.PermitAccess;

        XenResult asked = GrantTableOp.MapGrantRef(
            place.Hole(0).Address, GrantMapFlags.HostMap, Used, place.OwnDomain, out GrantStatus status, out GrantHandle handle, out _);
        Answer.Is("grant_table_op GNTTABOP_map_grant_ref"u8, asked, (long)status);
        asked = GrantTableOp.UnmapGrantRef(place.Hole(0).Address, 0, handle, out status);
        Answer.Is("grant_table_op GNTTABOP_unmap_grant_ref"u8, asked, (long)status);
        asked = GrantTableOp.SwapGrantRef(Used, Empty, out status);
        Answer.Is("grant_table_op GNTTABOP_swap_grant_ref"u8, asked, (long)status);

        (entry + 1)->flags = GrantEntryFlags.Invalid;
        entry->flags = GrantEntryFlags.Invalid;
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.GrantTable);
    }

    private static void Unmapped(Place place)
    {
        GrantCopyPointer source = PointerTo(place.FrameOf(0));
        GrantCopyPointer destination = PointerTo(place.FrameOf(1));
        XenResult asked = GrantTableOp.Copy(source, destination, 64, default, out GrantStatus status);
        Answer.Is("grant_table_op GNTTABOP_copy"u8, asked, (long)status);
        asked = GrantTableOp.UnmapAndReplace(0, 0, NoHandle, out status);
        Answer.Is("grant_table_op GNTTABOP_unmap_and_replace"u8, asked, (long)status);
        asked = GrantTableOp.Transfer(new Mfn(Place.NoFrame), Place.Nobody, Empty, out status);
        Answer.Is("grant_table_op GNTTABOP_transfer"u8, asked, (long)status);

        // No bytes of a page: where a page of the domain lies in the machine's memory, a domain does not know.
        Answer.Is("grant_table_op GNTTABOP_cache_flush"u8, GrantTableOp.CacheFlush(0, 0, 0, GrantCacheOperations.Clean));
    }

    private static GrantCopyPointer PointerTo(Gfn frame)
    {
        GrantCopyPointer pointer = default;
        pointer.u.gmfn = frame;
        pointer.domid = DomId.Self;
        return pointer;
    }
}
