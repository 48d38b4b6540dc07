// Where: Zephyr pull request 82810, gnttab
// What: the frames were mapped from the lowest on, and the table grew anew with each
using HypercallSdk;
using HypercallSdk.Xen;

internal static class GrantTable
{
    public static bool Map([MapTarget] Gfn first, uint count)
    {
        bool all = true;
        for (uint index = 0; all && index < count; index++)
        {
            all = MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, index, first + index).IsSuccess; // HCS5008
        }

        return all;
    }
}
