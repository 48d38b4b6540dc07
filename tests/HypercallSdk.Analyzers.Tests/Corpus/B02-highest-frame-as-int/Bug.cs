// Where: Xen a27f1fb69d, libxc
// What: the wrapper of every memory operation returned int, and a frame above 8 TiB came back negative
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class DomainInfo
{
    public static int HighestFrame(DomId domain)
    {
        MemoryDomain asked = default;
        asked.domid = domain;
        XenQuantity highest = MemoryOp.MaximumGpfn(&asked);
        return highest.IsFailure ? -1 : (int)highest.Value; // HCS4003
    }
}
