using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class GrantTable
{
    public static XenResult Unmap(GrantTableOp.GnttabUnmapGrantRef* grants, uint count)
    {
        return GrantTableOp.UnmapGrantRef(grants, count);
    }
}
