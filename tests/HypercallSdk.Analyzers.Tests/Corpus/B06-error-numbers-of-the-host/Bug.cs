// Where: Xen c1058b29cb, xen-xsplice
// What: Xen's error numbers were compared with those of the system that the tool ran on, which differ on the BSDs
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class MemoryNodes
{
    private const int HostNoBufferSpace = 55; // <errno.h> of a BSD

    public static bool WantsMoreRoom(ref uint nodes, ref uint vcpus, ref uint ranges)
    {
        XenResult asked = MemoryOp.GetVnumaInfo(
            DomId.Self, ref nodes, ref vcpus, ref ranges, default, default, default);
        return asked.Value == -HostNoBufferSpace; // HCS4006
    }
}
