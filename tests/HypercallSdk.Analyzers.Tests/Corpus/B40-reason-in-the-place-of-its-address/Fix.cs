using HypercallSdk;
using HypercallSdk.Xen;

internal static class Suspension
{
    public static bool Suspend()
    {
        return SchedOp.Shutdown(ShutdownReason.Suspend).IsSuccess;
    }
}
