// Where: Unikraft b709bf37, HYPERVISOR_suspend
// What: the reason itself was handed over where Xen reads it through a pointer, and suspending failed with -EFAULT
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class Suspension
{
    public static bool Suspend(ISchedOp scheduler, delegate*<uint, void*, long> call)
    {
        const uint Shutdown = 2;
        return call(Shutdown, ShutdownReason.Suspend) >= 0; // CS1503
    }
}
