// Where: Xen 5b5c40c0d1, libxc
// What: a grant frame was mapped behind the highest frame, or where an error number pointed: there may be a device
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ScratchFrame
{
    public static bool MapGrantTable(DomId domain)
    {
        MemoryDomain asked = default;
        asked.domid = domain;
        Gfn scratch = new Gfn(MemoryOp.MaximumGpfn(&asked).Value + 1); // HCS4009
        return MemoryOp.AddToPhysmap(domain, size: 0, MapSpace.GrantTable, idx: 0, scratch).IsSuccess; // HCS2005
    }
}
