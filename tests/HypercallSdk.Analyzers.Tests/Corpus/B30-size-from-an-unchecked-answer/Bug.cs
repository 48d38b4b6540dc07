// Where: Xen a8f8a590e0, libxc
// What: one was added to the highest frame and the sum taken for a size, when the answer was an error too
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class PhysicalMap
{
    public static ulong Frames(DomId domain)
    {
        MemoryDomain asked = default;
        asked.domid = domain;
        return MemoryOp.MaximumGpfn(&asked).Value + 1; // HCS4009
    }
}
