using HypercallSdk;
using HypercallSdk.Xen;

internal static class CallLayer
{
    public static XenQuantity Call<TMemory>(TMemory memory)
        where TMemory : IMemoryOp
    {
        return memory.MaximumRamPage();
    }
}
