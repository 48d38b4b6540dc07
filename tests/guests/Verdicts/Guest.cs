using System.Runtime.InteropServices;

namespace HypercallSdk.Guests.Verdicts;

/// <summary>Ends in the way that its command line names, so that the tests see what eng/xen/boot makes of each.</summary>
internal static unsafe class Guest
{
    // 128 GiB: neither RAM nor a device of any machine that the tests make, and nothing maps there.
    private const ulong Hole = 0x2000000000;

    private const ulong SchedOpShutdown = 2;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* deviceTree)
    {
        if (BootArguments.Are(deviceTree, "fail"u8))
        {
            return 7;
        }

        if (BootArguments.Are(deviceTree, "abort"u8))
        {
            return (int)*(ulong*)Hole;
        }

        if (BootArguments.Are(deviceTree, "bounds"u8))
        {
            return "four"u8[(int)*deviceTree];
        }

        if (BootArguments.Are(deviceTree, "poweroff"u8))
        {
            uint poweroff = 0;
            _ = Hypercalls.SchedOp(SchedOpShutdown, &poweroff);
        }

        while (BootArguments.Are(deviceTree, "hang"u8))
        {
            // Until the time is up.
        }

        Console.Write("nothing went wrong\n"u8);
        return Machine.Pass;
    }
}
