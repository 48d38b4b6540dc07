using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class PhysicalMap
{
    public static ulong Frames(DomId domain)
    {
        MemoryDomain asked = default;
        asked.domid = domain;
        XenQuantity highest = MemoryOp.MaximumGpfn(&asked);
        return highest.IsSuccess ? highest.Value + 1 : 0;
    }
}
