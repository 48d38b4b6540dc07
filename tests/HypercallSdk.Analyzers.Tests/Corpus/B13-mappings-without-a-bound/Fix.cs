using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ForeignSpace
{
    private static ulong s_given;

    public static bool TryMakeRoom(Gfn page, ulong limit)
    {
        if (s_given >= limit
            || !MemoryOp.DecreaseReservation(&page, nr_extents: 1, extent_order: 0, mem_flags: 0, DomId.Self).IsAll(1))
        {
            return false;
        }

        s_given++;
        return true;
    }
}
