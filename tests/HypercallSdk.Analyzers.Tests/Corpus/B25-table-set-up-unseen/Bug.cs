// Where: Zephyr pull request 82810, gnttab
// What: the table was set up and mapped without a look at either answer
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class GrantTable
{
    public static void Map([MapTarget] Gfn where, Gfn* frames)
    {
        GrantTableOp.SetupTable(DomId.Self, nr_frames: 1, out _, frames); // HCS4001 HCS4005
        MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, idx: 0, where); // HCS4001
    }
}
