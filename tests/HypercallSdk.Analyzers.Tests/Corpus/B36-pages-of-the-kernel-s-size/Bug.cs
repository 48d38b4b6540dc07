// Where: Xen 31cf2ca751, libxc on Linux with pages of 64 KiB
// What: a number of grants was converted to bytes by the kernel's page size, and too much was unmapped
using HypercallSdk;
using HypercallSdk.Xen;

internal static class GrantSpace
{
    private const int KernelPageShift = 16;

    public static GuestPhysicalAddress End(GuestPhysicalAddress start, uint grants)
    {
        return start + ((ulong)grants << KernelPageShift); // HCS1005
    }
}
