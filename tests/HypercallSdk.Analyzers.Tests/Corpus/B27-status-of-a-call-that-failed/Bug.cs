// Where: mini-os arch/arm/mm.c
// What: the result of setting the grant table up was dropped, and a status that nobody had written was read
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class GrantTable
{
    public static bool Setup(Gfn* frames, uint count)
    {
        GrantTableOp.SetupTable(DomId.Self, count, out GrantStatus status, frames); // HCS4001
        return status == GrantStatus.Okay; // HCS4004
    }
}
