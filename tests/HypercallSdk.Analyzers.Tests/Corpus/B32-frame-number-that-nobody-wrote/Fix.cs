using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ScratchFrame
{
    public static bool TryFind(DomId domain, out Gfn scratch)
    {
        MemoryDomain asked = default;
        asked.domid = domain;
        XenQuantity highest = MemoryOp.MaximumGpfn(&asked);
        scratch = highest.IsSuccess ? new Gfn(highest.Value + 1) : Gfn.Invalid;
        return highest.IsSuccess;
    }
}
