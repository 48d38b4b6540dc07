using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Verdicts;

/// <summary>Ends in the way that its command line names, so that the tests see what eng/xen/boot makes of each.</summary>
internal static unsafe class Guest
{
    // 128 GiB: neither RAM nor a device of any machine that the tests make, and nothing maps there.
    private const ulong Hole = 0x2000000000;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* deviceTree)
    {
        if (BootArguments.Are(deviceTree, "fail"))
        {
            return 7;
        }

        if (BootArguments.Are(deviceTree, "abort"))
        {
            return (int)*(ulong*)Hole;
        }

        if (BootArguments.Are(deviceTree, "bounds"))
        {
            return "four"u8[(int)*deviceTree];
        }

        if (BootArguments.Are(deviceTree, "poweroff"))
        {
            _ = SchedOp.Shutdown(ShutdownReason.PowerOff);
        }

        while (BootArguments.Are(deviceTree, "hang"))
        {
            // Until the time is up.
        }

        Console.Write("nothing went wrong\n"u8);
        return Machine.Pass;
    }
}
