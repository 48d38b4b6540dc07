using HypercallSdk;
using HypercallSdk.Xen;

internal static class GrantSpace
{
    public static GuestPhysicalAddress End(GuestPhysicalAddress start, uint grants)
    {
        return start + ((ulong)grants << GuestPhysicalAddress.PageShift);
    }
}
