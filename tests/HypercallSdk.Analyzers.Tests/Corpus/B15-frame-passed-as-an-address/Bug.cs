// Where: Xen 7ba2ab495b, nested paging
// What: a function that takes an address was handed a frame: both were unsigned long
using HypercallSdk;
using HypercallSdk.Xen;

internal static class Walker
{
    public static bool IsMapped(Gfn frame)
    {
        return Walk(frame); // CS1503
    }

    private static bool Walk(GuestPhysicalAddress address) => (address.Value >> 30) == 1;
}
