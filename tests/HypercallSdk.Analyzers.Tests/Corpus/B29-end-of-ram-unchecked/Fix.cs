using HypercallSdk;
using HypercallSdk.Xen;

internal static class HostMemory
{
    public static bool TryGetEnd(out Mfn end)
    {
        XenQuantity asked = MemoryOp.MaximumRamPage();
        end = new Mfn(asked.Value);
        return asked.IsSuccess;
    }
}
