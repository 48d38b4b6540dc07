using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>What becomes of a mapped grant that is taken away by another operation than its own, or twice.</summary>
internal static unsafe class GrantMappings
{
    private const ulong Mark = 0x1122334455667788;

    private const uint FirstPage = 48; // behind the pages that Place has names for

    private static GrantRef Used => new(8);

    public static void Run(Place place)
    {
        _ = MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, place.GrantTable);
        Flags(place);
        Twice(place);
        Removed(place);
        Overwritten(place);
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.GrantTable);
    }

    // A page that the domain grants to itself: each time another one, since on x86 it is not in its place any more after that.
    private static GrantEntryV1* Grant(Place place, uint page)
    {
        GrantEntryV1* entry = (GrantEntryV1*)place.GrantTable.Address.Value + Used.Value;
        entry->domid = place.OwnDomain;
        entry->frame = (uint)place.FrameOf(page).Value;
        entry->flags = GrantEntryFlags.PermitAccess;
        return entry;
    }

    private static GrantHandle Map(Place place)
    {
        _ = GrantTableOp.MapGrantRef(
            place.Hole(5).Address, GrantMapFlags.HostMap, Used, place.OwnDomain, out _, out GrantHandle handle, out _);
        return handle;
    }

    private static void Flags(Place place)
    {
        _ = Grant(place, FirstPage);
        XenResult asked = GrantTableOp.MapGrantRef(
            place.Hole(5).Address,
            GrantMapFlags.HostMap | GrantMapFlags.DeviceMap,
            Used,
            place.OwnDomain,
            out GrantStatus status,
            out GrantHandle handle,
            out _);
        Seen.Answer("HCS3004 map_grant_ref, GNTMAP_host_map and GNTMAP_device_map"u8, asked, (long)status);
        if (asked.IsSuccess && status == GrantStatus.Okay)
        {
            _ = GrantTableOp.UnmapGrantRef(place.Hole(5).Address, 0, handle, out _);
        }

        asked = GrantTableOp.MapGrantRef(
            place.Hole(5).Address,
            GrantMapFlags.HostMap | GrantMapFlags.ApplicationMap,
            Used,
            place.OwnDomain,
            out status,
            out handle,
            out _);
        Seen.Answer("HCS3004 map_grant_ref, GNTMAP_host_map and GNTMAP_application_map"u8, asked, (long)status);
        if (asked.IsSuccess && status == GrantStatus.Okay)
        {
            _ = GrantTableOp.UnmapGrantRef(place.Hole(5).Address, 0, handle, out _);
        }
    }

    private static void Twice(Place place)
    {
        _ = Grant(place, FirstPage + 1);
        GrantHandle handle = Map(place);
        XenResult asked = GrantTableOp.UnmapGrantRef(place.Hole(6).Address, 0, handle, out GrantStatus status);
        Seen.Answer("L1 unmap_grant_ref, the address of another page"u8, asked, (long)status);
        asked = GrantTableOp.UnmapGrantRef(place.Hole(5).Address, 0, new GrantHandle(handle.Value + 1), out status);
        Seen.Answer("L1 unmap_grant_ref, the handle above"u8, asked, (long)status);
        asked = GrantTableOp.UnmapGrantRef(place.Hole(5).Address, 0, handle, out status);
        Seen.Answer("L1 unmap_grant_ref"u8, asked, (long)status);
        asked = GrantTableOp.UnmapGrantRef(place.Hole(5).Address, 0, handle, out status);
        Seen.Answer("L1 unmap_grant_ref, a second time"u8, asked, (long)status);
    }

    private static void Removed(Place place)
    {
        GrantEntryV1* entry = Grant(place, FirstPage + 2);
        GrantHandle handle = Map(place);
        Seen.Answer("L1 remove_from_physmap of a mapped grant"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(5)));
        XenResult asked = GrantTableOp.UnmapGrantRef(place.Hole(5).Address, 0, handle, out GrantStatus status);
        Seen.Answer("L1 unmap_grant_ref of what is removed"u8, asked, (long)status);
        Seen.Answer("L1 flags of its entry (1: free, more: in use)"u8, new XenResult((long)entry->flags));
        entry->flags = GrantEntryFlags.Invalid;
    }

    private static void Overwritten(Place place)
    {
        GrantEntryV1* entry = Grant(place, FirstPage + 3);
        GrantHandle handle = Map(place);
        ulong* end = (ulong*)(place.Hole(5).Address.Value + 0xff8);
        Seen.Answer("L1 shared_info over a mapped grant"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, place.Hole(5)));
        *end = Mark;
        Seen.Memory("L1 what was written at shared_info's end"u8, end);
        XenResult asked = GrantTableOp.UnmapGrantRef(place.Hole(5).Address, 0, handle, out GrantStatus status);
        Seen.Answer("L1 unmap_grant_ref of what shared_info covers"u8, asked, (long)status);
        Seen.Memory("L1 shared_info, after that"u8, end);
        Seen.Answer("L1 flags of the covered grant's entry (1: free, more: in use)"u8, new XenResult((long)entry->flags));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, place.Hole(5));
    }
}
