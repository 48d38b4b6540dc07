using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>
/// The hypercalls that a PV guest has in the place of privileged instructions: each with a value that changes nothing, or names a
/// frame that there is not.
/// </summary>
internal static unsafe class PvAnswers
{
    private const uint PageTableOwner = 0x7FF0; // the domain itself

    public static void Print(Place place)
    {
        Processor(place);
        Callbacks();
        PageTables(place);
        Translations();
    }

    private static void Processor(Place place)
    {
        Answer.Is("set_trap_table set_trap_table"u8, SetTrapTable.Set((TrapInfo*)place.Page(0))); // an empty one
        Answer.Is("set_gdt set_gdt"u8, SetGdt.Set((Mfn*)place.Page(0), entries: 0));
        Answer.Is("stack_switch stack_switch"u8, StackSwitch.Switch(ss: 0, esp: 0));
        Answer.Is("fpu_taskswitch fpu_taskswitch"u8, FpuTaskswitch.Set(set: 0));
        Answer.Is("set_debugreg set_debugreg"u8, SetDebugreg.Set(regno: 0, value: 0));
        Answer.Is("get_debugreg get_debugreg"u8, (nint)GetDebugreg.Get(regno: 0));
        Answer.Is("update_descriptor update_descriptor"u8, UpdateDescriptor.Update(pa: Place.NoFrame << 12, desc: 0));
        Answer.Is("set_segment_base set_segment_base"u8, SetSegmentBase.Set(SegmentBase.Fs, @base: 0));
    }

    private static void Callbacks()
    {
        Answer.Is("set_callbacks set_callbacks"u8, SetCallbacks.Set(0, 0, 0));
        Answer.Is("nmi_op XENNMI_register_callback"u8, NmiOp.RegisterCallback(0));
        Answer.Is("nmi_op XENNMI_unregister_callback"u8, NmiOp.UnregisterCallback());
        Answer.Is("callback_op CALLBACKOP_register"u8, Register(CallbackType.Nmi));
        Answer.Is("callback_op CALLBACKOP_unregister"u8, CallbackOp.Unregister(CallbackType.Nmi));
        Answer.Is("callback_op CALLBACKTYPE_event"u8, Register(CallbackType.Event));
        Answer.Is("callback_op CALLBACKTYPE_failsafe"u8, Register(CallbackType.Failsafe));
        Answer.Is("callback_op CALLBACKTYPE_syscall"u8, Register(CallbackType.Syscall));
        Answer.Is("callback_op CALLBACKTYPE_sysenter_deprecated"u8, Register(CallbackType.SysenterDeprecated));
        Answer.Is("callback_op CALLBACKTYPE_nmi"u8, Register(CallbackType.Nmi));
        Answer.Is("callback_op CALLBACKTYPE_sysenter"u8, Register(CallbackType.Sysenter));
        Answer.Is("callback_op CALLBACKTYPE_syscall32"u8, Register(CallbackType.Syscall32));
    }

    private static XenResult Register(CallbackType type) => CallbackOp.Register(type, CallbackFlags.MaskEvents, 0);

    private static void PageTables(Place place)
    {
        Answer.Is("mmu_update mmu_update"u8, MmuUpdate.Update((PageTableUpdate*)place.Page(0), 0, out _, PageTableOwner));
        Answer.Is("mmu_update MMU_NORMAL_PT_UPDATE"u8, Update(PageTableUpdateKind.Normal));
        Answer.Is("mmu_update MMU_MACHPHYS_UPDATE"u8, Update(PageTableUpdateKind.MachineToPhysical));
        Answer.Is("mmu_update MMU_PT_UPDATE_PRESERVE_AD"u8, Update(PageTableUpdateKind.PreserveAccessedAndDirty));
        Answer.Is("mmu_update MMU_PT_UPDATE_NO_TRANSLATE"u8, Update(PageTableUpdateKind.WithoutTranslation));
        Answer.Is("update_va_mapping update_va_mapping"u8, UpdateVaMapping.Update(0, 0, 0));
        Answer.Is(
            "update_va_mapping_otherdomain update_va_mapping_otherdomain"u8, UpdateVaMappingOtherdomain.Update(0, 0, 0, Place.Nobody));
        Answer.Is("mmuext_op mmuext_op"u8, MmuextOp.Operate((MmuextOperation*)place.Page(0), 0, out _, DomId.Self));
        Answer.Is("mmuext_op MMUEXT_PIN_L1_TABLE"u8, Operate(MmuextCommand.PinL1Table));
        Answer.Is("mmuext_op MMUEXT_PIN_L2_TABLE"u8, Operate(MmuextCommand.PinL2Table));
        Answer.Is("mmuext_op MMUEXT_PIN_L3_TABLE"u8, Operate(MmuextCommand.PinL3Table));
        Answer.Is("mmuext_op MMUEXT_PIN_L4_TABLE"u8, Operate(MmuextCommand.PinL4Table));
        Answer.Is("mmuext_op MMUEXT_UNPIN_TABLE"u8, Operate(MmuextCommand.UnpinTable));
        Answer.Is("mmuext_op MMUEXT_NEW_BASEPTR"u8, Operate(MmuextCommand.NewBasePointer));
        Answer.Is("mmuext_op MMUEXT_NEW_USER_BASEPTR"u8, Operate(MmuextCommand.NewUserBasePointer));
        Answer.Is("mmuext_op MMUEXT_SET_LDT"u8, Operate(MmuextCommand.SetLdt));
        Answer.Is("mmuext_op MMUEXT_CLEAR_PAGE"u8, Operate(MmuextCommand.ClearPage));
        Answer.Is("mmuext_op MMUEXT_COPY_PAGE"u8, Operate(MmuextCommand.CopyPage));
        Answer.Is("mmuext_op MMUEXT_MARK_SUPER"u8, Operate(MmuextCommand.MarkSuperpage));
        Answer.Is("mmuext_op MMUEXT_UNMARK_SUPER"u8, Operate(MmuextCommand.UnmarkSuperpage));
    }

    private static void Translations()
    {
        Answer.Is("mmuext_op MMUEXT_TLB_FLUSH_LOCAL"u8, Operate(MmuextCommand.FlushTlbLocal));
        Answer.Is("mmuext_op MMUEXT_INVLPG_LOCAL"u8, Operate(MmuextCommand.InvalidatePageLocal));
        Answer.Is("mmuext_op MMUEXT_TLB_FLUSH_MULTI"u8, Operate(MmuextCommand.FlushTlbMultiple));
        Answer.Is("mmuext_op MMUEXT_INVLPG_MULTI"u8, Operate(MmuextCommand.InvalidatePageMultiple));
        Answer.Is("mmuext_op MMUEXT_TLB_FLUSH_ALL"u8, Operate(MmuextCommand.FlushTlbAll));
        Answer.Is("mmuext_op MMUEXT_INVLPG_ALL"u8, Operate(MmuextCommand.InvalidatePageAll));
        Answer.Is("mmuext_op MMUEXT_FLUSH_CACHE"u8, Operate(MmuextCommand.FlushCache));
        Answer.Is("mmuext_op MMUEXT_FLUSH_CACHE_GLOBAL"u8, Operate(MmuextCommand.FlushCacheGlobal));
    }

    private static XenResult Update(PageTableUpdateKind kind)
    {
        PageTableUpdate update = default;
        update.ptr = (Place.NoFrame << 12) | (ulong)kind;
        return MmuUpdate.Update(&update, 1, out _, PageTableOwner);
    }

    private static XenResult Operate(MmuextCommand command)
    {
        MmuextOperation operation = default;
        operation.cmd = command;
        operation.arg1.mfn = new Mfn(Place.NoFrame);
        return MmuextOp.Operate(&operation, 1, out _, DomId.Self);
    }
}
