using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ForeignMapper
{
    public static bool IsUnsupported(DomId owner, XenULong theirs, [MapTarget] Gfn here)
    {
        int error = 0;
        XenResult asked = MemoryOp.AddToPhysmapBatch(
            DomId.Self, MapSpace.GmfnForeign, size: 1, owner, &theirs, &here, &error);
        return IsUnsupported(asked.Errno) || (asked.IsSuccess && IsUnsupported((XenErrno)(-error)));
    }

    private static bool IsUnsupported(XenErrno errno) =>
        errno == XenErrno.ENOSYS || errno == XenErrno.EOPNOTSUPP;
}
