// Where: Xen ed69c2ecaf, libxl
// What: a missing feature was looked for as -ENOSYS, where Xen says -EOPNOTSUPP
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ForeignMapper
{
    public static bool IsUnsupported(DomId owner, XenULong theirs, [MapTarget] Gfn here)
    {
        int error = 0;
        XenResult asked = MemoryOp.AddToPhysmapBatch( // HCS4010
            DomId.Self, MapSpace.GmfnForeign, size: 1, owner, &theirs, &here, &error);
        return asked.Errno == XenErrno.ENOSYS || (asked.IsSuccess && error == -(int)XenErrno.ENOSYS);
    }
}
