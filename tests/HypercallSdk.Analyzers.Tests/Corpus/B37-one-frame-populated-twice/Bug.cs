// Where: Xen e8e9f830dc, restoring a domain
// What: a frame that stood twice in a list was populated twice
// Not yet: what stands in a list is known at run time only
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Restore
{
    public static bool Populate(Gfn* wanted, uint count)
    {
        bool all = true;
        for (uint index = 0; index < count; index++)
        {
            Gfn frame = wanted[index];
            all &= MemoryOp.PopulatePhysmap(&frame, nr_extents: 1, extent_order: 0, mem_flags: 0, DomId.Self).IsAll(1);
        }

        return all;
    }
}
