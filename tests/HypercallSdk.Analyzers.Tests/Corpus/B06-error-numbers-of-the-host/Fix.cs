using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class MemoryNodes
{
    public static bool WantsMoreRoom(ref uint nodes, ref uint vcpus, ref uint ranges)
    {
        XenResult asked = MemoryOp.GetVnumaInfo(
            DomId.Self, ref nodes, ref vcpus, ref ranges, default, default, default);
        return asked.Errno == XenErrno.ENOBUFS;
    }
}
