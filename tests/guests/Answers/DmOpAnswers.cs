using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>dm_op: a device model's orders, for a domain that there is not. A domain cannot be its own device model.</summary>
internal static unsafe class DmOpAnswers
{
    public static void Print()
    {
        Answer.Is("dm_op dm_op"u8, Perform(DmOperation.NrVcpus));
        Servers();
        Others();
    }

    private static void Servers()
    {
        Answer.Is("dm_op XEN_DMOP_create_ioreq_server"u8, Perform(DmOperation.CreateIoreqServer));
        Answer.Is("dm_op XEN_DMOP_get_ioreq_server_info"u8, Perform(DmOperation.GetIoreqServerInfo));
        Answer.Is("dm_op XEN_DMOP_map_io_range_to_ioreq_server"u8, Perform(DmOperation.MapIoRangeToIoreqServer));
        Answer.Is("dm_op XEN_DMOP_unmap_io_range_from_ioreq_server"u8, Perform(DmOperation.UnmapIoRangeFromIoreqServer));
        Answer.Is("dm_op XEN_DMOP_set_ioreq_server_state"u8, Perform(DmOperation.SetIoreqServerState));
        Answer.Is("dm_op XEN_DMOP_destroy_ioreq_server"u8, Perform(DmOperation.DestroyIoreqServer));
        Answer.Is("dm_op XEN_DMOP_track_dirty_vram"u8, Perform(DmOperation.TrackDirtyVram));
        Answer.Is("dm_op XEN_DMOP_set_pci_intx_level"u8, Perform(DmOperation.SetPciIntxLevel));
        Answer.Is("dm_op XEN_DMOP_set_isa_irq_level"u8, Perform(DmOperation.SetIsaIrqLevel));
        Answer.Is("dm_op XEN_DMOP_set_pci_link_route"u8, Perform(DmOperation.SetPciLinkRoute));
    }

    private static void Others()
    {
        Answer.Is("dm_op XEN_DMOP_modified_memory"u8, Perform(DmOperation.ModifiedMemory));
        Answer.Is("dm_op XEN_DMOP_set_mem_type"u8, Perform(DmOperation.SetMemType));
        Answer.Is("dm_op XEN_DMOP_inject_event"u8, Perform(DmOperation.InjectEvent));
        Answer.Is("dm_op XEN_DMOP_inject_msi"u8, Perform(DmOperation.InjectMsi));
        Answer.Is("dm_op XEN_DMOP_map_mem_type_to_ioreq_server"u8, Perform(DmOperation.MapMemTypeToIoreqServer));
        Answer.Is("dm_op XEN_DMOP_remote_shutdown"u8, Perform(DmOperation.RemoteShutdown));
        Answer.Is("dm_op XEN_DMOP_relocate_memory"u8, Perform(DmOperation.RelocateMemory));
        Answer.Is("dm_op XEN_DMOP_pin_memory_cacheattr"u8, Perform(DmOperation.PinMemoryCacheattr));
        Answer.Is("dm_op XEN_DMOP_set_irq_level"u8, Perform(DmOperation.SetIrqLevel));
        Answer.Is("dm_op XEN_DMOP_nr_vcpus"u8, Perform(DmOperation.NrVcpus));
    }

    private static XenResult Perform(DmOperation operation)
    {
        XenDmOp order = default;
        order.op = operation;
        DmOpBuffer buffer = default;
        buffer.h = &order;
        buffer.size = XenDmOp.SizeInBytes;
        return DmOp.Perform(Place.Nobody, 1, &buffer);
    }
}
