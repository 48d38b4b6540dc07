using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Verdicts;

/// <summary>Ends in the way that its command line names, so that the tests see what eng/xen/boot makes of each.</summary>
internal static unsafe class Guest
{
    // 128 GiB: neither RAM nor a device of any machine that the tests make, and nothing is mapped there.
    private const ulong Hole = 0x2000000000;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* boot)
    {
        if (BootArguments.Are(boot, "fail"))
        {
            return 7;
        }

        if (BootArguments.Are(boot, "abort"))
        {
            return (int)*(ulong*)Hole;
        }

        if (BootArguments.Are(boot, "bounds"))
        {
            return "four"u8[(int)*boot];
        }

        if (BootArguments.Are(boot, "poweroff"))
        {
            _ = SchedOp.Shutdown(ShutdownReason.PowerOff);
        }

        if (BootArguments.Are(boot, "reboot"))
        {
            _ = SchedOp.Shutdown(ShutdownReason.Reboot);
        }

        if (BootArguments.Are(boot, "wipe"))
        {
            Wipe();
        }

        while (BootArguments.Are(boot, "hang"))
        {
            // Until the time is up.
        }

        Console.Write("nothing went wrong\n"u8);
        return Machine.Pass;
    }

    // From behind the image on x86 down to its beginning: page tables, the table of exceptions, and at last this code.
    private static void Wipe()
    {
        for (byte* at = (byte*)0x480000; at >= (byte*)0x400000; at--)
        {
            *at = 0;
        }
    }
}
