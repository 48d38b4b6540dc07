using HypercallSdk;
using HypercallSdk.Xen;

internal static class GrantTable
{
    public static bool Map([MapTarget] Gfn where)
    {
        return MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, idx: 0, where).IsSuccess;
    }
}
