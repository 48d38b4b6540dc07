using System.Runtime.InteropServices;

namespace HypercallSdk.Guests.Answers;

/// <summary>
/// Calls every operation that is declared once, with arguments that are in order and do no harm, and prints Xen's answers; those
/// that Xen does not have, too. What is not called is listed with the reason beside the table of the answers, in the tests.
/// </summary>
internal static unsafe class Guest
{
    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* start)
    {
        if (!Place.TryFind(start, out Place place))
        {
            return 1;
        }

        MemoryOpAnswers.Print(place);
        GrantTableOpAnswers.Print(place);
        EventChannelOpAnswers.Print(place);
        XenVersionAnswers.Print(place);
        SmallHypercallAnswers.Print(place);
        SchedOpAnswers.Print();
        VcpuOpAnswers.Print(place);
        HvmOpAnswers.Print(place);
        HvmParamAnswers.Print();
        PvAnswers.Print(place);
        XenoprofOpAnswers.Print(place);
        PhysdevOpAnswers.Print(place);
        ArgoOpAnswers.Print(place);
        HypfsOpAnswers.Print(place);
        PlatformOpAnswers.Print(place);
        MachineAnswers.Print(place);
        DmOpAnswers.Print();
        DomctlAnswers.Print(place);
        XsmOpAnswers.Print(place);
        SchedOpAnswers.PrintLast();
        return Machine.Pass;
    }
}
