using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>hvm_op: every parameter of the own domain, read.</summary>
internal static class HvmParamAnswers
{
    public static void Print()
    {
        PrintFirst();
        PrintSecond();
        PrintThird();
    }

    private static void PrintFirst()
    {
        Answer.Is("hvm_op HVM_PARAM_CALLBACK_IRQ"u8, HvmOp.GetParam(DomId.Self, HvmParam.CallbackIrq, out _));
        Answer.Is("hvm_op HVM_PARAM_STORE_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.StorePfn, out _));
        Answer.Is("hvm_op HVM_PARAM_STORE_EVTCHN"u8, HvmOp.GetParam(DomId.Self, HvmParam.StoreEvtchn, out _));
        Answer.Is("hvm_op HVM_PARAM_PAE_ENABLED"u8, HvmOp.GetParam(DomId.Self, HvmParam.PaeEnabled, out _));
        Answer.Is("hvm_op HVM_PARAM_IOREQ_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.IoreqPfn, out _));
        Answer.Is("hvm_op HVM_PARAM_BUFIOREQ_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.BufioreqPfn, out _));
        Answer.Is("hvm_op HVM_PARAM_NVRAM_FD"u8, HvmOp.GetParam(DomId.Self, HvmParam.NvramFd, out _));
        Answer.Is("hvm_op HVM_PARAM_VHPT_SIZE"u8, HvmOp.GetParam(DomId.Self, HvmParam.VhptSize, out _));
        Answer.Is("hvm_op HVM_PARAM_VIRIDIAN"u8, HvmOp.GetParam(DomId.Self, HvmParam.Viridian, out _));
        Answer.Is("hvm_op HVM_PARAM_TIMER_MODE"u8, HvmOp.GetParam(DomId.Self, HvmParam.TimerMode, out _));
        Answer.Is("hvm_op HVM_PARAM_HPET_ENABLED"u8, HvmOp.GetParam(DomId.Self, HvmParam.HpetEnabled, out _));
        Answer.Is("hvm_op HVM_PARAM_IDENT_PT"u8, HvmOp.GetParam(DomId.Self, HvmParam.IdentPt, out _));
        Answer.Is("hvm_op HVM_PARAM_DM_DOMAIN"u8, HvmOp.GetParam(DomId.Self, HvmParam.DmDomain, out _));
    }

    private static void PrintSecond()
    {
        Answer.Is("hvm_op HVM_PARAM_ACPI_S_STATE"u8, HvmOp.GetParam(DomId.Self, HvmParam.AcpiSState, out _));
        Answer.Is("hvm_op HVM_PARAM_VM86_TSS"u8, HvmOp.GetParam(DomId.Self, HvmParam.Vm86Tss, out _));
        Answer.Is("hvm_op HVM_PARAM_VPT_ALIGN"u8, HvmOp.GetParam(DomId.Self, HvmParam.VptAlign, out _));
        Answer.Is("hvm_op HVM_PARAM_CONSOLE_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.ConsolePfn, out _));
        Answer.Is("hvm_op HVM_PARAM_CONSOLE_EVTCHN"u8, HvmOp.GetParam(DomId.Self, HvmParam.ConsoleEvtchn, out _));
        Answer.Is("hvm_op HVM_PARAM_ACPI_IOPORTS_LOCATION"u8, HvmOp.GetParam(DomId.Self, HvmParam.AcpiIoportsLocation, out _));
        Answer.Is("hvm_op HVM_PARAM_MEMORY_EVENT_CR0"u8, HvmOp.GetParam(DomId.Self, HvmParam.MemoryEventCr0, out _));
        Answer.Is("hvm_op HVM_PARAM_MEMORY_EVENT_CR3"u8, HvmOp.GetParam(DomId.Self, HvmParam.MemoryEventCr3, out _));
        Answer.Is("hvm_op HVM_PARAM_MEMORY_EVENT_CR4"u8, HvmOp.GetParam(DomId.Self, HvmParam.MemoryEventCr4, out _));
        Answer.Is("hvm_op HVM_PARAM_MEMORY_EVENT_INT3"u8, HvmOp.GetParam(DomId.Self, HvmParam.MemoryEventInt3, out _));
        Answer.Is("hvm_op HVM_PARAM_NESTEDHVM"u8, HvmOp.GetParam(DomId.Self, HvmParam.NestedHvm, out _));
        Answer.Is("hvm_op HVM_PARAM_MEMORY_EVENT_SINGLE_STEP"u8, HvmOp.GetParam(DomId.Self, HvmParam.MemoryEventSingleStep, out _));
        Answer.Is("hvm_op HVM_PARAM_BUFIOREQ_EVTCHN"u8, HvmOp.GetParam(DomId.Self, HvmParam.BufioreqEvtchn, out _));
    }

    private static void PrintThird()
    {
        Answer.Is("hvm_op HVM_PARAM_PAGING_RING_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.PagingRingPfn, out _));
        Answer.Is("hvm_op HVM_PARAM_MONITOR_RING_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.MonitorRingPfn, out _));
        Answer.Is("hvm_op HVM_PARAM_SHARING_RING_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.SharingRingPfn, out _));
        Answer.Is("hvm_op HVM_PARAM_MEMORY_EVENT_MSR"u8, HvmOp.GetParam(DomId.Self, HvmParam.MemoryEventMsr, out _));
        Answer.Is("hvm_op HVM_PARAM_TRIPLE_FAULT_REASON"u8, HvmOp.GetParam(DomId.Self, HvmParam.TripleFaultReason, out _));
        Answer.Is("hvm_op HVM_PARAM_IOREQ_SERVER_PFN"u8, HvmOp.GetParam(DomId.Self, HvmParam.IoreqServerPfn, out _));
        Answer.Is("hvm_op HVM_PARAM_NR_IOREQ_SERVER_PAGES"u8, HvmOp.GetParam(DomId.Self, HvmParam.NrIoreqServerPages, out _));
        Answer.Is("hvm_op HVM_PARAM_VM_GENERATION_ID_ADDR"u8, HvmOp.GetParam(DomId.Self, HvmParam.VmGenerationIdAddr, out _));
        Answer.Is("hvm_op HVM_PARAM_ALTP2M"u8, HvmOp.GetParam(DomId.Self, HvmParam.Altp2m, out _));
        Answer.Is("hvm_op HVM_PARAM_X87_FIP_WIDTH"u8, HvmOp.GetParam(DomId.Self, HvmParam.X87FipWidth, out _));
        Answer.Is("hvm_op HVM_PARAM_VM86_TSS_SIZED"u8, HvmOp.GetParam(DomId.Self, HvmParam.Vm86TssSized, out _));
        Answer.Is("hvm_op HVM_PARAM_MCA_CAP"u8, HvmOp.GetParam(DomId.Self, HvmParam.McaCap, out _));
    }
}
