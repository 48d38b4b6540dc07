using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Restore
{
    public static bool Populate(Gfn* wanted, uint count, byte* populated)
    {
        bool all = true;
        for (uint index = 0; index < count; index++)
        {
            Gfn frame = wanted[index];
            if (populated[frame.Value] == 0)
            {
                populated[frame.Value] = 1;
                all &= MemoryOp.PopulatePhysmap(&frame, nr_extents: 1, extent_order: 0, mem_flags: 0, DomId.Self).IsAll(1);
            }
        }

        return all;
    }
}
