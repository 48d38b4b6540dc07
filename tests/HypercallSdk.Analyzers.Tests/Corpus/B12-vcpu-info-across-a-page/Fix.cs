using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Enlighten
{
    private const uint Alignment = 64; // a power of two that holds the structure: it then stays within a page

    public static bool Register(uint vcpu, Gfn firstOfThePages)
    {
        const uint PerPage = GuestPhysicalAddress.PageSize / Alignment;
        VcpuRegisterVcpuInfo where = default;
        where.mfn = firstOfThePages + (vcpu / PerPage);
        where.offset = vcpu % PerPage * Alignment;
        return VcpuOp.RegisterVcpuInfo(vcpu, &where).IsSuccess;
    }
}
