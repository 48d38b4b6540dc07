// Where: Linux 7bf9a6b46549, enlighten
// What: the structure lay across the end of a page, since nothing aligned the variable that it was, and Xen refused it
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Enlighten
{
    private static VcpuInfo s_info;

    public static bool Register(uint vcpu, Gfn frameOfTheVariable)
    {
        fixed (VcpuInfo* info = &s_info)
        {
            VcpuRegisterVcpuInfo where = default;
            where.mfn = frameOfTheVariable;
            where.offset = (uint)((nuint)info & (GuestPhysicalAddress.PageSize - 1)); // HCS6003
            return VcpuOp.RegisterVcpuInfo(vcpu, &where).IsSuccess;
        }
    }
}
