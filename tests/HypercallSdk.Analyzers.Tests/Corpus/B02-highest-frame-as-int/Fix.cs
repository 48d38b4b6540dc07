using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class DomainInfo
{
    public static bool TryGetHighestFrame(DomId domain, out Gfn frame)
    {
        MemoryDomain asked = default;
        asked.domid = domain;
        XenQuantity highest = MemoryOp.MaximumGpfn(&asked);
        frame = highest.IsSuccess ? new Gfn(highest.Value) : Gfn.Invalid;
        return highest.IsSuccess;
    }
}
