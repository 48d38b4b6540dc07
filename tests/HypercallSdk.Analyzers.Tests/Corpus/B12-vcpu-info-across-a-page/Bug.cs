// Where: Linux 7bf9a6b46549, enlighten
// What: the structure lay across the end of a page, and Xen refused it on processors whose number was high enough
// Not yet: a structure that may not cross the end of a page (A3)
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class VcpuInfoArea
{
    private const uint InfoSize = 64;

    public static bool Register(uint vcpu, Gfn area, uint header)
    {
        VcpuRegisterVcpuInfo info = default;
        info.mfn = area;
        info.offset = header + (vcpu * InfoSize);
        return VcpuOp.RegisterVcpuInfo(vcpu, &info).IsSuccess;
    }
}
