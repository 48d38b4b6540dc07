using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class VcpuInfoArea
{
    private const uint InfoSize = 64;
    private const uint InPage = GuestPhysicalAddress.PageSize / InfoSize;

    public static bool Register(uint vcpu, Gfn area)
    {
        VcpuRegisterVcpuInfo info = default;
        info.mfn = area + (vcpu / InPage);
        info.offset = vcpu % InPage * InfoSize;
        return VcpuOp.RegisterVcpuInfo(vcpu, &info).IsSuccess;
    }
}
