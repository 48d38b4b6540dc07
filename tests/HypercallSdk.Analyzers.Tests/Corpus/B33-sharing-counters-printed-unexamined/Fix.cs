using HypercallSdk;
using HypercallSdk.Xen;

internal static class SharingReport
{
    public static bool TryGetSaved(out ulong bytes)
    {
        XenQuantity freed = MemoryOp.GetSharingFreedPages();
        bytes = freed.IsSuccess ? freed.Value << GuestPhysicalAddress.PageShift : 0;
        return freed.IsSuccess;
    }
}
