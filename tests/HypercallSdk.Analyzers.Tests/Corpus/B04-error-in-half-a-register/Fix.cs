using HypercallSdk;
using HypercallSdk.Xen;

internal static class Registers
{
    public static ulong StoreResult(XenResult result)
    {
        return unchecked((ulong)result.Value);
    }
}
