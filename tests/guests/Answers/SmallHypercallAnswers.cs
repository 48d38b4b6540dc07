using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>The hypercalls of one operation or two that every kind of guest may make.</summary>
internal static unsafe class SmallHypercallAnswers
{
    public static void Print(Place place)
    {
        Answer.Is("console_io CONSOLEIO_write"u8, ConsoleIo.Write(count: 0, place.Page(0)));
        Answer.Is("console_io CONSOLEIO_read"u8, ConsoleIo.Read(count: 1, place.Page(0)));
        Answer.Is("set_timer_op set_timer_op"u8, SetTimerOp.SetTimer(timeout: 0)); // none
        Answer.Is("multicall multicall"u8, OneCall(place));
        Assists();
    }

    private static XenResult OneCall(Place place)
    {
        MulticallEntry* entry = (MulticallEntry*)place.Page(0);
        entry->op = (ulong)HypercallNumber.XenVersion;
        return Multicall.Execute(entry, 1);
    }

    private static void Assists()
    {
        Answer.Is("vm_assist VMASST_CMD_enable"u8, VmAssist.Enable(VmAssistType.RunstateUpdateFlag));
        Answer.Is("vm_assist VMASST_CMD_disable"u8, VmAssist.Disable(VmAssistType.RunstateUpdateFlag));
        Answer.Is("vm_assist VMASST_TYPE_4gb_segments"u8, VmAssist.Disable(VmAssistType.FourGbSegments));
        Answer.Is("vm_assist VMASST_TYPE_4gb_segments_notify"u8, VmAssist.Disable(VmAssistType.FourGbSegmentsNotify));
        Answer.Is("vm_assist VMASST_TYPE_writable_pagetables"u8, VmAssist.Disable(VmAssistType.WritablePageTables));
        Answer.Is("vm_assist VMASST_TYPE_pae_extended_cr3"u8, VmAssist.Disable(VmAssistType.PaeExtendedCr3));
        Answer.Is("vm_assist VMASST_TYPE_architectural_iopl"u8, VmAssist.Disable(VmAssistType.ArchitecturalIopl));
        Answer.Is("vm_assist VMASST_TYPE_runstate_update_flag"u8, VmAssist.Disable(VmAssistType.RunstateUpdateFlag));
        Answer.Is("vm_assist VMASST_TYPE_m2p_strict"u8, VmAssist.Disable(VmAssistType.M2PStrict));
    }
}
