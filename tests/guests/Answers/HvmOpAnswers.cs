using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>hvm_op: the own domain's parameters, and what a toolstack does on a domain that there is not.</summary>
internal static unsafe class HvmOpAnswers
{
    private const ushort View = 1;

    public static void Print(Place place)
    {
        OfTheDomain();
        OfTheToolstack();
        MovedToDeviceModels(place);
        Views(place);
        AccessInViews(place);
    }

    private static void OfTheDomain()
    {
        Answer.Is("hvm_op HVMOP_get_param"u8, HvmOp.GetParam(DomId.Self, HvmParam.CallbackIrq, out _));
        Answer.Is("hvm_op HVMOP_set_param"u8, HvmOp.SetParam(DomId.Self, HvmParam.CallbackIrq, 0));
        Answer.Is("hvm_op HVMOP_flush_tlbs"u8, HvmOp.FlushTlbs());
        Answer.Is("hvm_op HVMOP_get_time"u8, HvmOp.GetTime(out _));
        HvmXentrace trace = default;
        Answer.Is("hvm_op HVMOP_xentrace"u8, HvmOp.Xentrace(&trace));
        Answer.Is("hvm_op HVMOP_guest_request_vm_event"u8, HvmOp.GuestRequestVmEvent());
        Answer.Is("hvm_op HVMOP_set_evtchn_upcall_vector"u8, HvmOp.SetEvtchnUpcallVector(vcpu: 8191, vector: 0x40));
    }

    private static void OfTheToolstack()
    {
        Answer.Is("hvm_op HVMOP_pagetable_dying"u8, HvmOp.PagetableDying(Place.Nobody, default));
        Answer.Is("hvm_op HVMOP_get_mem_type"u8, HvmOp.GetMemType(Place.Nobody, out _, default));
        Answer.Is("hvm_op HVMOP_set_mem_access"u8, HvmOp.SetMemAccess(Place.Nobody, default, 0, default));
        Answer.Is("hvm_op HVMOP_get_mem_access"u8, HvmOp.GetMemAccess(Place.Nobody, out _, default));
    }

    private static void MovedToDeviceModels(Place place)
    {
        Answer.Is("hvm_op HVMOP_set_pci_intx_level"u8, HvmOp.SetPciIntxLevel(Place.Nobody, 0, 0, 0, 0, 0));
        Answer.Is("hvm_op HVMOP_set_isa_irq_level"u8, HvmOp.SetIsaIrqLevel(Place.Nobody, 0, 0));
        Answer.Is("hvm_op HVMOP_set_pci_link_route"u8, HvmOp.SetPciLinkRoute(Place.Nobody, 0, 0));
        Answer.Is("hvm_op HVMOP_track_dirty_vram"u8, HvmOp.TrackDirtyVram(Place.Nobody, 0, default, place.Page(0)));
        Answer.Is("hvm_op HVMOP_modified_memory"u8, HvmOp.ModifiedMemory(Place.Nobody, 0, default));
        Answer.Is("hvm_op HVMOP_set_mem_type"u8, HvmOp.SetMemType(Place.Nobody, default, 0, default));
        Answer.Is("hvm_op HVMOP_inject_trap"u8, HvmOp.InjectTrap(Place.Nobody, 0, 0, default, 0, 0, 0));
        Answer.Is("hvm_op HVMOP_inject_msi"u8, HvmOp.InjectMsi(Place.Nobody, 0, default));
        Answer.Is("hvm_op HVMOP_create_ioreq_server"u8, HvmOp.CreateIoreqServer(Place.Nobody, default, out _));
        Answer.Is("hvm_op HVMOP_get_ioreq_server_info"u8, HvmOp.GetIoreqServerInfo(Place.Nobody, default, out _, out _, out _));
        Answer.Is("hvm_op HVMOP_map_io_range_to_ioreq_server"u8, HvmOp.MapIoRangeToIoreqServer(Place.Nobody, default, default, 0, 0));
        Answer.Is(
            "hvm_op HVMOP_unmap_io_range_from_ioreq_server"u8, HvmOp.UnmapIoRangeFromIoreqServer(Place.Nobody, default, default, 0, 0));
        Answer.Is("hvm_op HVMOP_destroy_ioreq_server"u8, HvmOp.DestroyIoreqServer(Place.Nobody, default));
        Answer.Is("hvm_op HVMOP_set_ioreq_server_state"u8, HvmOp.SetIoreqServerState(Place.Nobody, default, 0));
    }

    private static void Views(Place place)
    {
        Answer.Is("hvm_op HVMOP_altp2m_get_domain_state"u8, HvmAltp2m.GetDomainState(Place.Nobody, out _));
        Answer.Is("hvm_op HVMOP_altp2m_set_domain_state"u8, HvmAltp2m.SetDomainState(Place.Nobody, 0));
        Answer.Is("hvm_op HVMOP_altp2m_vcpu_enable_notify"u8, HvmAltp2m.VcpuEnableNotify(Place.Nobody, 0, place.FrameOf(0)));
        Answer.Is("hvm_op HVMOP_altp2m_vcpu_disable_notify"u8, HvmAltp2m.VcpuDisableNotify(Place.Nobody, 0));
        Answer.Is("hvm_op HVMOP_altp2m_create_p2m"u8, HvmAltp2m.CreateP2m(Place.Nobody, out _, MemoryAccess.All));
        Answer.Is("hvm_op HVMOP_altp2m_destroy_p2m"u8, HvmAltp2m.DestroyP2m(Place.Nobody, View, default));
        Answer.Is("hvm_op HVMOP_altp2m_switch_p2m"u8, HvmAltp2m.SwitchP2m(Place.Nobody, View, default));
        Answer.Is("hvm_op HVMOP_altp2m_get_p2m_idx"u8, HvmAltp2m.GetP2mIdx(Place.Nobody, 0, out _));
        Answer.Is("hvm_op HVMOP_altp2m_set_visibility"u8, HvmAltp2m.SetVisibility(Place.Nobody, View, 1));
    }

    private static void AccessInViews(Place place)
    {
        Gfn64 frame = place.FrameOf(0);
        Answer.Is("hvm_op HVMOP_altp2m_set_mem_access"u8, HvmAltp2m.SetMemAccess(Place.Nobody, View, MemoryAccess.All, frame));
        Answer.Is("hvm_op HVMOP_altp2m_get_mem_access"u8, HvmAltp2m.GetMemAccess(Place.Nobody, View, out _, frame));
        Answer.Is("hvm_op HVMOP_altp2m_set_mem_access_multi"u8, HvmAltp2m.SetMemAccessMulti(Place.Nobody, View, 0, null, null));
        Answer.Is("hvm_op HVMOP_altp2m_change_gfn"u8, HvmAltp2m.ChangeGfn(Place.Nobody, View, frame, frame));
        Answer.Is("hvm_op HVMOP_altp2m_set_suppress_ve"u8, HvmAltp2m.SetSuppressVe(Place.Nobody, View, 0, frame));
        Answer.Is("hvm_op HVMOP_altp2m_get_suppress_ve"u8, HvmAltp2m.GetSuppressVe(Place.Nobody, View, out _, frame));
        int error = 0;
        Gfn64 first = frame;
        Gfn64 failed = frame;
        Answer.Is(
            "hvm_op HVMOP_altp2m_set_suppress_ve_multi"u8,
            HvmAltp2m.SetSuppressVeMulti(Place.Nobody, View, 0, ref error, ref first, frame, ref failed));
    }
}
