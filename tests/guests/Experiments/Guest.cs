using System.Runtime.InteropServices;

namespace HypercallSdk.Guests.Experiments;

/// <summary>Shows what real Xen does where the analyzer warns. Each experiment prints lines that a test reads.</summary>
internal static unsafe class Guest
{
    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* deviceTree)
    {
        GrantTableOverOwnRam.Run(deviceTree);
        return Machine.Pass;
    }
}
