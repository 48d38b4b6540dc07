using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>
/// domctl: on a domain that is made for it, never runs, and is destroyed. Who may not make one asks about itself, which
/// it may not either.
/// </summary>
internal static unsafe class DomctlAnswers
{
    private const uint Vcpu = 0;
    private const uint NoIrq = 0x7FFF;

    public static void Print(Place place)
    {
        DomId domain = Place.Nobody;
        XenResult created = Create(ref domain);
        DomId made = created.IsSuccess ? domain : place.OwnDomain;
        Answer.Is("domctl XEN_DOMCTL_createdomain"u8, created);
        Limits(made);
        Vcpus(place, made);
        Properties(made);
        Permissions(made);
        Memory(place, made);
        Lifecycle(made);
    }

    private static XenResult Create(ref DomId domain)
    {
        DomainHandle handle = default;
        ArchDomainConfigOn420 arch = default;
        return Domctl.CreateDomainOn417(
            ref domain, 0, handle, CreateDomainFlags.Hvm | CreateDomainFlags.Hap, default, max_vcpus: 1, max_evtchn_port: 127,
            max_grant_frames: 4, max_maptrack_frames: 4, grant_opts: 1, vmtrace_size: 0, cpupool_id: 0, ref arch);
    }

    private static void Limits(DomId made)
    {
        Answer.Is("domctl XEN_DOMCTL_max_mem"u8, Domctl.MaxMem(made, max_memkb: 4096));
        Answer.Is("domctl XEN_DOMCTL_get_paging_mempool_size"u8, Domctl.GetPagingMempoolSize(made, out ulong size));
        Answer.Is("domctl XEN_DOMCTL_set_paging_mempool_size"u8, Domctl.SetPagingMempoolSize(made, size));
        Answer.Is("domctl XEN_DOMCTL_set_address_size"u8, Domctl.SetAddressSize(made, size: 64));
        Answer.Is("domctl XEN_DOMCTL_get_address_size"u8, Domctl.GetAddressSize(made, out _));
        Answer.Is("domctl XEN_DOMCTL_max_vcpus"u8, Domctl.MaxVcpus(made, max: 1));
    }

    private static void Vcpus(Place place, DomId made)
    {
        ControlBitmap hard = OneProcessor(place.Page(0));
        ControlBitmap soft = OneProcessor(place.Page(1));
        VcpuGuestContext* context = (VcpuGuestContext*)place.Page(2);
        Answer.Is("domctl XEN_DOMCTL_getvcpuinfo"u8, Domctl.GetVcpuInfo(made, Vcpu, out _, out _, out _, out _, out _));
        Answer.Is("domctl XEN_DOMCTL_getvcpucontext"u8, Domctl.GetVcpuContext(made, Vcpu, context));
        Answer.Is("domctl XEN_DOMCTL_setvcpucontext"u8, Domctl.SetVcpuContext(made, Vcpu, context));
        Answer.Is("domctl XEN_DOMCTL_setvcpuaffinity"u8, Domctl.SetVcpuAffinity(made, Vcpu, VcpuAffinityFlags.Hard, ref hard, ref soft));
        Answer.Is("domctl XEN_DOMCTL_getvcpuaffinity"u8, Domctl.GetVcpuAffinity(made, Vcpu, VcpuAffinityFlags.Hard, ref hard, ref soft));
    }

    private static ControlBitmap OneProcessor(byte* page)
    {
        *page = 1;
        ControlBitmap bitmap = default;
        bitmap.bitmap = page;
        bitmap.nr_bits = 8;
        return bitmap;
    }

    private static void Properties(DomId made)
    {
        DomId asked = made;
        XenResult info = Domctl.GetDomainInfo(
            ref asked, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _);
        Answer.Is("domctl XEN_DOMCTL_getdomaininfo"u8, info);
        asked = made;
        Answer.Is("domctl XEN_DOMCTL_get_domain_state"u8, StableDomctl.GetDomainState(ref asked, out _, out _, out _));
        Answer.Is("domctl XEN_DOMCTL_setdomainhandle"u8, Domctl.SetDomainHandle(made, default));
        Answer.Is("domctl XEN_DOMCTL_settimeoffset"u8, Domctl.SetTimeOffset(made, time_offset_seconds: 1));
        Answer.Is("domctl XEN_DOMCTL_hypercall_init"u8, Domctl.HypercallInit(made, new Gfn(Place.NoFrame)));
    }

    private static void Permissions(DomId made)
    {
        Answer.Is("domctl XEN_DOMCTL_iomem_permission"u8, Domctl.IomemPermission(made, first_mfn: 0, nr_mfns: 1, allow_access: 0));
        Answer.Is("domctl XEN_DOMCTL_ioport_permission"u8, Domctl.IoportPermission(made, first_port: 0x80, nr_ports: 1, allow_access: 0));
        Answer.Is("domctl XEN_DOMCTL_irq_permission"u8, Domctl.IrqPermission(made, NoIrq, allow_access: 0));
        Answer.Is(
            "domctl XEN_DOMCTL_memory_mapping"u8,
            Domctl.MemoryMapping(made, default, first_mfn: 0, nr_mfns: 1, DeviceMapping.Remove));
    }

    private static void Memory(Place place, DomId made)
    {
        Answer.Is("domctl XEN_DOMCTL_cacheflush"u8, Domctl.CacheFlush(made, default, 0));
        uint size = 0;
        Answer.Is("domctl XEN_DOMCTL_gethvmcontext"u8, Domctl.GetHvmContext(made, ref size, null));
        Answer.Is("domctl XEN_DOMCTL_sethvmcontext"u8, Domctl.SetHvmContext(made, ref size, place.Page(0)));
        ulong count = 0;
        Answer.Is("domctl XEN_DOMCTL_getpageframeinfo3"u8, Domctl.GetPageFrameInfo3(made, ref count, (Gfn*)place.Page(0)));
    }

    // Paused from the beginning: to resume it once more lets nothing run.
    private static void Lifecycle(DomId made)
    {
        Answer.Is("domctl XEN_DOMCTL_pausedomain"u8, Domctl.PauseDomain(made));
        Answer.Is("domctl XEN_DOMCTL_unpausedomain"u8, Domctl.UnpauseDomain(made));
        Answer.Is("domctl XEN_DOMCTL_resumedomain"u8, Domctl.ResumeDomain(made));
        Answer.Is("domctl XEN_DOMCTL_destroydomain"u8, Domctl.DestroyDomain(made));
    }
}
