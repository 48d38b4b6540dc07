// Where: Xen 1781f00ea6, libxc
// What: an error number was taken for the number of the host's last frame, and both were kept in an int
using HypercallSdk;
using HypercallSdk.Xen;

internal static class HostMemory
{
    public static Mfn End()
    {
        int end = (int)MemoryOp.MaximumRamPage().Value; // HCS4003
        return new Mfn((ulong)end);
    }
}
