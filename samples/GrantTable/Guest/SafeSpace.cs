using HypercallSdk;
using HypercallSdk.Xen;

namespace GrantTable.Guest;

/// <summary>Finds a frame at which nothing lives: from Xen itself if it can say, else from the device tree.</summary>
internal static unsafe class SafeSpace
{
    /// <summary>Finds a frame.</summary>
    public static bool TryFind(in Machine machine, [Proven] out Gfn gfn)
    {
        UnallocatedRegion region;
        uint count = 1;
        XenResult asked = MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region);
        if (asked.IsSuccess && count > 0)
        {
            Line.Write("XENMEM_get_unallocated_space: Xen knows; the answer is used at once, before it is stale");
            gfn = region.start_gpfn;
            return true;
        }

        Line line = default;
        line.Add("XENMEM_get_unallocated_space: Xen answers ");
        line.AddSigned(asked.Value);
        line.Add(asked.Errno == XenErrno.ENOSYS ? " (ENOSYS); falling back to the extended regions" : "; falling back");
        line.Write();

        gfn = machine.Regions.GetRegion(1).FirstFrame;
        return machine.Regions.Count > 1 || Failure.Of("safe space", "no extended region: Xen before 4.16, ext_regions=0, or a 32-bit domain");
    }
}
