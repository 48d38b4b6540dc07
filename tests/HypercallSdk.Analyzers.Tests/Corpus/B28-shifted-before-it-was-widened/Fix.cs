using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Pool
{
    public static bool Fill(Gfn* frames, uint megabytes)
    {
        ulong pages = (ulong)megabytes << (20 - GuestPhysicalAddress.PageShift);
        return MemoryOp.PopulatePhysmap(frames, pages, extent_order: 0, mem_flags: 0, DomId.Self).IsAll(pages);
    }
}
