// Where: Zephyr pull request 82810, gnttab
// What: the wrapper of the unmapping took the structure of the mapping
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class GrantTable
{
    public static XenResult Unmap(GrantTableOp.GnttabMapGrantRef* grants, uint count)
    {
        return GrantTableOp.UnmapGrantRef(grants, count); // CS1503
    }
}
