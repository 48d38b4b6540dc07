using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>A PVH domain: made, filled, started, and waited for.</summary>
internal readonly unsafe struct PvhDomain
{
    private const uint MaximumExtents = 1536;
    private const uint ExtentOrder = 9; // 2 MiB
    private const ulong TranslationPool = 4UL << 20; // enough for the tables of 3 GiB in extents

    private readonly ControlInterface _control;

    private PvhDomain(ControlInterface control, DomId id)
    {
        _control = control;
        Id = id;
    }

    /// <summary>Its number.</summary>
    public DomId Id { get; }

    /// <summary>Makes it, with a virtual CPU and no memory.</summary>
    public static bool TryCreate(ControlInterface control, out PvhDomain domain)
    {
        DomId id = default; // whichever is free
        bool made = Report.Failure("XEN_DOMCTL_createdomain"u8, control.Create(ref id))
            && Report.Failure("XEN_DOMCTL_max_vcpus"u8, Domctl.MaxVcpus(id, max: 1))
            && (!control.HasPagingMempool
                || Report.Failure("XEN_DOMCTL_set_paging_mempool_size"u8, Domctl.SetPagingMempoolSize(id, TranslationPool)))
            && Report.Failure(
                "HVM_PARAM_TRIPLE_FAULT_REASON"u8, HvmOp.SetParam(id, HvmParam.TripleFaultReason, (ulong)ShutdownReason.Crash));
        domain = new PvhDomain(control, id);
        return made;
    }

    /// <summary>Gives it memory, and its image and boot page in there.</summary>
    public bool TryFill(Order order, ElfImage image, ForeignWindow window)
    {
        byte* page = stackalloc byte[(int)GuestPhysicalAddress.PageSize];
        BootPage.Write(page, AddressOfBootPage(order), order);
        return TryPopulate(order)
            && TryLoad(order, image, window)
            && window.TryWrite(AddressOfBootPage(order), page, GuestPhysicalAddress.PageSize, GuestPhysicalAddress.PageSize);
    }

    /// <summary>Sets its virtual CPU to its entry and lets it run.</summary>
    public bool TryStart(uint entry, Order order)
    {
        byte* context = stackalloc byte[StartContext.Size];
        StartContext.Write(context, entry, AddressOfBootPage(order));
        uint size = StartContext.Size;
        return Report.Failure("XEN_DOMCTL_sethvmcontext"u8, Domctl.SetHvmContext(Id, ref size, context))
            && Report.Failure("XEN_DOMCTL_unpausedomain"u8, Domctl.UnpauseDomain(Id));
    }

    /// <summary>Sleeps until it has shut down. Xen tells a control domain by an event that some domain has.</summary>
    /// <param name="reason">Why it has.</param>
    public bool TryWait(out ShutdownReason reason)
    {
        reason = default;
        DomainInfoFlags flags = default;
        if (!Report.Failure("VIRQ_DOM_EXC"u8, EventChannelOp.BindVirq(VirtualIrq.DomainException, vcpu: 0, out EventChannelPort port)))
        {
            return false;
        }

        while ((flags & DomainInfoFlags.Shutdown) == 0)
        {
            if (!Report.Failure("XEN_DOMCTL_getdomaininfo"u8, _control.AskFor(Id, out flags)))
            {
                return false;
            }

            if ((flags & DomainInfoFlags.Shutdown) == 0)
            {
                _ = SchedOp.Poll(&port, 1, timeout: 0);
            }
        }

        reason = (ShutdownReason)(((uint)flags >> (int)DomctlNumbers.ShutdownReasonShift) & DomctlNumbers.ShutdownReasonMask);
        return true;
    }

    // The last page of its memory, far from where images are linked.
    private static ulong AddressOfBootPage(Order order) => ((ulong)order.Memory << 20) - GuestPhysicalAddress.PageSize;

    private bool TryPopulate(Order order)
    {
        uint extents = (order.Memory + 1) / 2;
        Gfn* frames = stackalloc Gfn[(int)MaximumExtents];
        for (uint index = 0; index < extents; index++)
        {
            frames[index] = new Gfn((ulong)index << (int)ExtentOrder);
        }

        MemoryMapEntry ram = default;
        ram.size_low = order.Memory << 20;
        ram.type = MemoryMapEntryType.Ram;
        GuestMemoryMap map = default;
        map.nr_entries = 1;
        map.buffer = &ram;
        return Report.Failure("XEN_DOMCTL_max_mem"u8, Domctl.MaxMem(Id, max_memkb: extents * 2048UL))
            && Report.If(
                MemoryOp.PopulatePhysmap(frames, extents, ExtentOrder, default, Id).IsAll(extents), "Xen has not as much memory"u8)
            && Report.Failure("XENMEM_set_memory_map"u8, MemoryOp.SetMemoryMap(Id, map));
    }

    private static bool TryLoad(Order order, ElfImage image, ForeignWindow window)
    {
        for (uint index = 0; index < image.Count; index++)
        {
            ElfProgramHeader* header = image.Header(index);
            if (header->Type == ElfProgramHeader.Load && !TryLoad(order, header, image.BytesOf(header), window))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryLoad(Order order, ElfProgramHeader* header, byte* bytes, ForeignWindow window)
    {
        ulong room = AddressOfBootPage(order);
        bool fits = bytes != null && header->FileSize <= header->MemorySize
            && header->PhysicalAddress <= room && header->MemorySize <= room - header->PhysicalAddress;
        return Report.If(fits, "the image does not fit into the domain's memory, or ends too early"u8)
            && window.TryWrite(header->PhysicalAddress, bytes, header->FileSize, header->MemorySize);
    }
}
