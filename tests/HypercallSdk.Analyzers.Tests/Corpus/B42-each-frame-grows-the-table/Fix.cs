using HypercallSdk;
using HypercallSdk.Xen;

internal static class GrantTable
{
    public static bool Map([MapTarget] Gfn first, uint count)
    {
        bool all = true;
        for (uint index = count; all && index > 0; index--)
        {
            all = MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, index - 1, first + (index - 1)).IsSuccess;
        }

        return all;
    }
}
