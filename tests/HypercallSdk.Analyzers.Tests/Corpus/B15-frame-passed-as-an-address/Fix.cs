using HypercallSdk;
using HypercallSdk.Xen;

internal static class Walker
{
    public static bool IsMapped(Gfn frame)
    {
        return Walk(frame.Address);
    }

    private static bool Walk(GuestPhysicalAddress address) => (address.Value >> 30) == 1;
}
