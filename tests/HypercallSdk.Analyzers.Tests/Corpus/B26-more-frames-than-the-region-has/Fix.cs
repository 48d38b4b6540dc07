using HypercallSdk;
using HypercallSdk.Xen;

internal static class GrantTable
{
    public static bool Map(HypervisorRegions regions)
    {
        AddressRange region = regions.GetRegion(0);
        XenResult asked = GrantTableOp.QuerySize(DomId.Self, out _, out uint maximum, out GrantStatus status);
        bool all = asked.IsSuccess && status == GrantStatus.Okay && maximum <= region.FrameCount;
        for (uint index = maximum; all && index > 0; index--)
        {
            all = MemoryOp.AddToPhysmap(
                DomId.Self, size: 0, MapSpace.GrantTable, index - 1, region.FirstFrame + (index - 1)).IsSuccess;
        }

        return all;
    }
}
