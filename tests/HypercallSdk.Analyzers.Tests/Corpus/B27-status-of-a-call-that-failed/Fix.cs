using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class GrantTable
{
    public static bool Setup(Gfn* frames, uint count)
    {
        XenResult asked = GrantTableOp.SetupTable(DomId.Self, count, out GrantStatus status, frames);
        return asked.IsSuccess && status == GrantStatus.Okay;
    }
}
