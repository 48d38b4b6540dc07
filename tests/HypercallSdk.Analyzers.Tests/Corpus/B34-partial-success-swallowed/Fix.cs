using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Builder
{
    public static bool Populate(Gfn* frames, ulong count)
    {
        return MemoryOp.PopulatePhysmap(frames, count, extent_order: 0, mem_flags: 0, DomId.Self).IsAll(count);
    }
}
