// Where: Xen 5b0447f647, libxc
// What: one way through the function that finds a scratch frame answered success and left the frame as it was
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ScratchFrame
{
    public static bool TryFind(DomId domain, out Gfn scratch)
    {
        MemoryDomain asked = default;
        asked.domid = domain;
        XenQuantity highest = MemoryOp.MaximumGpfn(&asked);
        if (highest.IsFailure || highest.Value == 0)
        {
            return highest.IsSuccess; // CS0177
        }

        scratch = new Gfn(highest.Value + 1);
        return true;
    }
}
