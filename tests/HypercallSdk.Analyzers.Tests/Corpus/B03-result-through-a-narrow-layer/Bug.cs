// Where: Xen 6409210a5f, bef64f2c00 and 6f02d1ea4a, libxencall
// What: the layer below still handed results on as int after B02 was mended
using HypercallSdk;
using HypercallSdk.Xen;

internal static class CallLayer
{
    public static int Call<TMemory>(TMemory memory)
        where TMemory : IMemoryOp
    {
        return (int)memory.MaximumRamPage().Value; // HCS4003
    }
}
