// Where: Xen 2674a29698, libxc
// What: the result was taken for an error number, so that a partial success counted as none or as a whole one
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Builder
{
    public static bool Populate(Gfn* frames, ulong count)
    {
        ExtentCount done = MemoryOp.PopulatePhysmap(frames, count, extent_order: 0, mem_flags: 0, DomId.Self);
        return done.Value >= 0; // HCS4002
    }
}
