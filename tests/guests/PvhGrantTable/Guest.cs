using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.PvhGrantTable;

/// <summary>
/// The main job without a device tree: x86 promises no address, so the grant table is mapped where the memory map has nothing,
/// and a page of own memory is granted and mapped behind it.
/// </summary>
internal static unsafe class Guest
{
    private const ulong FirstHole = 1UL << 32; // behind all devices of a small machine; boot.S maps it
    private const ulong OwnPage = 32UL << 20; // far behind the image
    private const ulong Pattern = 0x1122334455667788;
    private const string Why = "x86 has no regions that Xen promises to be free; the memory map has nothing here";

    private static readonly GrantRef Reference = new(8); // the first that Xen's own tools do not use

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain()
    {
        MemoryMapEntry* entries = stackalloc MemoryMapEntry[MemoryMap.Capacity];
        Answer("XENMEM_memory_map -> "u8, MemoryMap.Ask(entries, out MemoryMap map).Value);
        ulong hole = map.HoleFrom(FirstHole, 2 * GuestPhysicalAddress.PageSize);
        Print("hole "u8, hole);
        Print("holds "u8, *(ulong*)hole);
        if (!map.IsRam(OwnPage))
        {
            Console.Write("the own page is no RAM\n"u8);
            return 1;
        }

        GuestPhysicalAddress frame = GuestPhysicalAddress.Unproven(hole, Why);
        XenResult mapped = MemoryOp.AddToPhysmap(
            DomId.Self, size: 0, MapSpace.GrantTable, idx: 0, Gfn.Unproven(hole >> GuestPhysicalAddress.PageShift, Why));
        Answer("XENMEM_add_to_physmap grant_table 0 -> "u8, mapped.Value);
        return mapped.IsSuccess && DomainNumber.TryFindOwn(out DomId self) && Share(frame, self) ? Machine.Pass : 2;
    }

    /// <summary>Grants the own page to this very domain and maps the grant behind the table.</summary>
    private static bool Share(GuestPhysicalAddress table, DomId self)
    {
        GrantEntryV1* entry = (GrantEntryV1*)table.Value + Reference.Value;
        Print("grant 8's flags "u8, (ulong)entry->flags);
        *(ulong*)OwnPage = Pattern;
        entry->domid = self;
        entry->frame = (uint)(OwnPage >> GuestPhysicalAddress.PageShift);
        entry->flags = GrantEntryFlags.PermitAccess;

        GuestPhysicalAddress target = GuestPhysicalAddress.Unproven(table.Value + GuestPhysicalAddress.PageSize, Why);
        XenResult mapped = GrantTableOp.MapGrantRef(
            target, GrantMapFlags.HostMap, Reference, self, out GrantStatus status, out GrantHandle handle, out _);
        Answer("GNTTABOP_map_grant_ref -> "u8, mapped.Value);
        Answer("status "u8, (long)status);
        if (mapped.IsFailure || status != GrantStatus.Okay)
        {
            return false;
        }

        ulong read = *(ulong*)target.Value;
        Print("the page reads "u8, read);
        XenResult unmapped = GrantTableOp.UnmapGrantRef(target, dev_bus_addr: 0, handle, out status);
        Answer("GNTTABOP_unmap_grant_ref -> "u8, unmapped.Value);
        Answer("status "u8, (long)status);
        return read == Pattern && unmapped.IsSuccess && status == GrantStatus.Okay;
    }

    private static void Print(System.ReadOnlySpan<byte> what, ulong value)
    {
        Console.Write(what);
        Console.WriteHex(value);
        Console.Write("\n"u8);
    }

    private static void Answer(System.ReadOnlySpan<byte> what, long value)
    {
        Console.Write(what);
        Console.WriteDecimal(value);
        Console.Write("\n"u8);
    }
}
