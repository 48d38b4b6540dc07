// Where: Xen 650c9e5469, memshrtool
// What: what the host saved by sharing was printed as it came, error numbers too
using HypercallSdk;
using HypercallSdk.Xen;

internal static class SharingReport
{
    public static ulong Saved()
    {
        return MemoryOp.GetSharingFreedPages().Value << GuestPhysicalAddress.PageShift; // HCS4009
    }
}
