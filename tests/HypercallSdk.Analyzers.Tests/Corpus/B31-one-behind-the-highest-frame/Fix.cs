using HypercallSdk;
using HypercallSdk.Xen;

internal static class ScratchFrame
{
    public static bool MapGrantTable(DomId domain, HypervisorRegions regions)
    {
        Gfn scratch = regions.GetRegion(0).FirstFrame;
        return MemoryOp.AddToPhysmap(domain, size: 0, MapSpace.GrantTable, idx: 0, scratch).IsSuccess;
    }
}
