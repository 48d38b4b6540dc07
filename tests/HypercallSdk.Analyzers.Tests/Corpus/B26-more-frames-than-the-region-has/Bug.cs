// Where: Zephyr pull request 82810, gnttab
// What: as many frames were mapped as Xen could give, however many the region for them could hold
using HypercallSdk;
using HypercallSdk.Xen;

internal static class GrantTable
{
    public static bool Map(HypervisorRegions regions)
    {
        AddressRange region = regions.GetRegion(0);
        XenResult asked = GrantTableOp.QuerySize(DomId.Self, out _, out uint maximum, out GrantStatus status);
        bool all = asked.IsSuccess && status == GrantStatus.Okay;
        for (uint index = maximum; all && index > 0; index--)
        {
            all = MemoryOp.AddToPhysmap(
                DomId.Self, size: 0, MapSpace.GrantTable, index - 1, region.FirstFrame + (index - 1)).IsSuccess; // HCS2013
        }

        return all;
    }
}
