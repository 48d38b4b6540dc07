using HypercallSdk;
using HypercallSdk.Xen;

internal static class SharedInfoPage
{
    public static bool Map([MapTarget] Gfn gfn)
    {
        return MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.SharedInfo, idx: 0, gfn).IsSuccess;
    }
}
