using HypercallSdk;
using HypercallSdk.Xen;

internal static class SharedInfoPage
{
    public static bool Map(HypervisorRegions regions)
    {
        if (regions.Count < 2)
        {
            return false;
        }

        Gfn free = regions.GetRegion(1).FirstFrame;
        return MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.SharedInfo, idx: 0, free).IsSuccess;
    }
}
