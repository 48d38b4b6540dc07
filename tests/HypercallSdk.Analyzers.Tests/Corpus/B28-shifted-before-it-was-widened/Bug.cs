// Where: Xen 22b20bd98c, size of the paging pool
// What: megabytes were shifted to pages in 32 bits and widened afterwards
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Pool
{
    public static bool Fill(Gfn* frames, uint megabytes)
    {
        ulong pages = megabytes << (20 - GuestPhysicalAddress.PageShift); // HCS1004
        return MemoryOp.PopulatePhysmap(frames, pages, extent_order: 0, mem_flags: 0, DomId.Self).IsAll(pages);
    }
}
