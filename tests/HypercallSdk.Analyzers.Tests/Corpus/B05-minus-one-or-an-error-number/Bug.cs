// Where: Xen cd2f100f0f, libxc
// What: the callers expected -1 and a number elsewhere, and printed the error number that came as the result
using HypercallSdk;
using HypercallSdk.Xen;

internal static class SharedInfoPage
{
    public static bool Map([MapTarget] Gfn gfn)
    {
        return MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.SharedInfo, idx: 0, gfn).Value != -1; // HCS4006
    }
}
