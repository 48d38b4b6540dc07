// Where: Linux a1078e821b60 (XSA-300)
// What: space for foreign pages was made by giving own memory away for as long as anybody asked
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ForeignSpace
{
    private static ulong s_given;

    public static bool TryMakeRoom(Gfn page)
    {
        if (!MemoryOp.DecreaseReservation(&page, nr_extents: 1, extent_order: 0, mem_flags: 0, DomId.Self).IsAll(1)) // HCS5007
        {
            return false;
        }

        s_given++;
        return true;
    }
}
