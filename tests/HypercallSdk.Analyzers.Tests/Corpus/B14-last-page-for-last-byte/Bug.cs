// Where: Xen 9b21841fd1 and 245e47cf8d, extended regions on Arm
// What: the last frame was converted to an address as if that were the last byte, and each region lost 2 MiB
using HypercallSdk;
using HypercallSdk.Xen;

internal static class RegionSize
{
    private const ulong Alignment = 2UL << 20;

    public static ulong UsableBytes(Gfn first, Gfn last)
    {
        ulong start = (first.Address.Value + Alignment - 1) & ~(Alignment - 1);
        ulong end = last.Address.Value;
        return ((end + 1) & ~(Alignment - 1)) - start; // HCS1006
    }
}
