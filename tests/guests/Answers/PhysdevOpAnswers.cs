using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>physdev_op, under its number of today and the one before: on interrupts and PCI devices that there are not.</summary>
internal static unsafe class PhysdevOpAnswers
{
    private const uint NoIrq = 0x7FFF;
    private const ushort NoSegment = 0xFFFF;
    private const byte LastBus = 0xFF;
    private const byte LastFunction = 0xFF;

    public static void Print(Place place)
    {
        Interrupts();
        Ports(place);
        BusZeroDevices();
        Devices(place);
        UnderTheOldNumber(place);
    }

    private static void Interrupts()
    {
        Answer.Is("physdev_op PHYSDEVOP_IRQ_UNMASK_NOTIFY"u8, PhysdevOp.IrqUnmaskNotify());
        Answer.Is("physdev_op PHYSDEVOP_irq_status_query"u8, PhysdevOp.IrqStatusQuery(NoIrq, out _));
        Answer.Is("physdev_op PHYSDEVOP_alloc_irq_vector"u8, PhysdevOp.AllocIrqVector(NoIrq, out _));
        Answer.Is("physdev_op PHYSDEVOP_free_irq_vector"u8, PhysdevOp.FreeIrqVector(NoIrq, vector: 0));
        Answer.Is("physdev_op PHYSDEVOP_eoi"u8, PhysdevOp.Eoi(NoIrq));
        int index = (int)NoIrq;
        int pirq = -1;
        int entries = 0;
        Answer.Is(
            "physdev_op PHYSDEVOP_map_pirq"u8,
            PhysdevOp.MapPirq(DomId.Self, PirqType.Gsi, ref index, ref pirq, 0, 0, ref entries, table_base: 0));
        Answer.Is("physdev_op PHYSDEVOP_unmap_pirq"u8, PhysdevOp.UnmapPirq(DomId.Self, (int)NoIrq));
        Answer.Is("physdev_op PHYSDEVOP_setup_gsi"u8, PhysdevOp.SetupGsi((int)NoIrq, GsiTrigger.Edge, GsiPolarity.ActiveHigh));
        Answer.Is("physdev_op PHYSDEVOP_get_free_pirq"u8, PhysdevOp.GetFreePirq(PirqType.Unknown, out _));
        Answer.Is("physdev_op PHYSDEVOP_pirq_eoi_gmfn_v1"u8, PhysdevOp.PirqEoiGmfnV1(new Gfn(Place.NoFrame)));
        Answer.Is("physdev_op PHYSDEVOP_pirq_eoi_gmfn_v2"u8, PhysdevOp.PirqEoiGmfnV2(new Gfn(Place.NoFrame)));
    }

    private static void Ports(Place place)
    {
        Answer.Is("physdev_op PHYSDEVOP_set_iopl"u8, PhysdevOp.SetIopl(1));
        Answer.Is("physdev_op PHYSDEVOP_set_iobitmap"u8, PhysdevOp.SetIobitmap(place.Page(0), nr_ports: 0));
        Answer.Is("physdev_op PHYSDEVOP_apic_read"u8, PhysdevOp.ApicRead(apic_physbase: 0, reg: 0, out _));
        Answer.Is("physdev_op PHYSDEVOP_apic_write"u8, PhysdevOp.ApicWrite(apic_physbase: 0, reg: 0, value: 0));
    }

    private static void BusZeroDevices()
    {
        Answer.Is("physdev_op PHYSDEVOP_manage_pci_add"u8, PhysdevOp.ManagePciAdd(LastBus, LastFunction));
        Answer.Is("physdev_op PHYSDEVOP_manage_pci_remove"u8, PhysdevOp.ManagePciRemove(LastBus, LastFunction));
        Answer.Is(
            "physdev_op PHYSDEVOP_manage_pci_add_ext"u8,
            PhysdevOp.ManagePciAddExt(LastBus, LastFunction, is_extfn: false, is_virtfn: false, physfn: default));
        Answer.Is("physdev_op PHYSDEVOP_restore_msi"u8, PhysdevOp.RestoreMsi(LastBus, LastFunction));
        _ = PhysdevOp.ManagePciRemove(LastBus, LastFunction);
    }

    private static void Devices(Place place)
    {
        PciDeviceAddition* added = (PciDeviceAddition*)place.Page(0);
        added->seg = NoSegment;
        added->bus = LastBus;
        added->devfn = LastFunction;
        PciDevice device = default;
        device.seg = NoSegment;
        XenResult answer = PhysdevOp.PciDeviceAdd(added);
        Answer.Is("physdev_op PHYSDEVOP_pci_device_add"u8, answer);
        if (answer.IsSuccess) // Xen 4.17 keeps what it refused to a PVH guest, and panics at its removal
        {
            _ = PhysdevOp.PciDeviceRemove(NoSegment, LastBus, LastFunction);
        }

        Answer.Is("physdev_op PHYSDEVOP_pci_device_reset"u8, PhysdevOp.NotifyPciDeviceReset(device, PciDeviceResetKind.Warm));
        Answer.Is("physdev_op PHYSDEVOP_pci_device_remove"u8, PhysdevOp.PciDeviceRemove(NoSegment, LastBus, devfn: 0));
        Answer.Is("physdev_op PHYSDEVOP_restore_msi_ext"u8, PhysdevOp.RestoreMsiExt(NoSegment, LastBus, LastFunction));
        Answer.Is("physdev_op PHYSDEVOP_prepare_msix"u8, PhysdevOp.PrepareMsix(NoSegment, LastBus, LastFunction));
        Answer.Is("physdev_op PHYSDEVOP_release_msix"u8, PhysdevOp.ReleaseMsix(NoSegment, LastBus, LastFunction));
        Answer.Is(
            "physdev_op PHYSDEVOP_pci_mmcfg_reserved"u8,
            PhysdevOp.PciMmcfgReserved(address: 0, NoSegment, LastBus, LastBus, flags: default));
        Answer.Is("physdev_op PHYSDEVOP_dbgp_op"u8, PhysdevOp.DbgpOp(DebugPortOperation.ResetDone, DebugPortBus.Pci, device));
    }

    private static void UnderTheOldNumber(Place place)
    {
        Answer.Is("physdev_op_compat PHYSDEVOP_IRQ_UNMASK_NOTIFY"u8, PhysdevOpCompat.IrqUnmaskNotify());
        Answer.Is("physdev_op_compat PHYSDEVOP_irq_status_query"u8, PhysdevOpCompat.IrqStatusQuery(NoIrq, out _));
        Answer.Is("physdev_op_compat PHYSDEVOP_set_iopl"u8, PhysdevOpCompat.SetIopl(1));
        Answer.Is("physdev_op_compat PHYSDEVOP_set_iobitmap"u8, PhysdevOpCompat.SetIobitmap(place.Page(0), nr_ports: 0));
        Answer.Is("physdev_op_compat PHYSDEVOP_apic_read"u8, PhysdevOpCompat.ApicRead(apic_physbase: 0, reg: 0, out _));
        Answer.Is("physdev_op_compat PHYSDEVOP_apic_write"u8, PhysdevOpCompat.ApicWrite(apic_physbase: 0, reg: 0, value: 0));
        Answer.Is("physdev_op_compat PHYSDEVOP_alloc_irq_vector"u8, PhysdevOpCompat.AllocIrqVector(NoIrq, out _));
        Answer.Is("physdev_op_compat PHYSDEVOP_free_irq_vector"u8, PhysdevOpCompat.FreeIrqVector(NoIrq, vector: 0));
    }
}
