using HypercallSdk;
using HypercallSdk.Xen;

internal static class RegionSize
{
    private const ulong Alignment = 2UL << 20;

    public static ulong UsableBytes(Gfn first, Gfn last)
    {
        ulong start = (first.Address.Value + Alignment - 1) & ~(Alignment - 1);
        ulong end = (last + 1).Address.Value;
        return (end & ~(Alignment - 1)) - start;
    }
}
