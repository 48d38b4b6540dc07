using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>
/// Makes a PVH domU of the module that it was booted with, runs it, and ends the machine with the domU's exit code. Its own command
/// line is the domU's memory in MiB and, behind a space, the domU's command line.
/// </summary>
internal static unsafe class Guest
{
    // eng/bare-metal/exit-codes.h
    private const int NoVerdict = 103;
    private const int NotBuilt = 104;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(StartInfo* start)
    {
        ControlInterface control = ControlInterface.Of(XenVersion.Version());
        ElfImage image = new((byte*)start->mod_start, start->mod_len);
        if (!Report.If(control.IsKnown, "no release of Xen that this builder knows"u8)
            || !Report.If(Order.TryRead((byte*)start->cmd_line, out Order order), "no memory in MiB, or more than fits below the APIC"u8)
            || !Report.If(image.TryFindEntry(out uint entry), "no ELF file with an entry for PVH"u8)
            || !PvhDomain.TryCreate(control, out PvhDomain domain)
            || !domain.TryFill(order, image, new ForeignWindow(start, domain.Id))
            || !domain.TryStart(entry, order)
            || !domain.TryWait(out ShutdownReason reason))
        {
            return NotBuilt;
        }

        return TryFindExitCode(reason, out int code) ? code : NoVerdict;
    }

    // Xen passes on a reason of 8 bits. Its own are small numbers; a guest of eng/bare-metal sets the highest bit.
    private static bool TryFindExitCode(ShutdownReason reason, out int code)
    {
        code = (int)((uint)reason & ~Machine.ExitCodeReason);
        return ((uint)reason & Machine.ExitCodeReason) != 0 || Report.NoVerdict(reason);
    }
}
