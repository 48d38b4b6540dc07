using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>
/// What a control domain on x86 does with the machine beside platform_op. No image is loaded, so kexec starts none; faults are
/// injected into no processor.
/// </summary>
internal static unsafe class MachineAnswers
{
    private const uint NoProcessor = 8191;

    public static void Print(Place place)
    {
        Images();
        Counters();
        MachineChecks(place);
    }

    private static void Images()
    {
        Answer.Is("kexec_op KEXEC_CMD_kexec_status"u8, KexecOp.KexecStatus(default));
        Answer.Is("kexec_op KEXEC_CMD_kexec_get_range"u8, KexecOp.KexecGetRange(default, nr: 0, out _, out _));
        Answer.Is("kexec_op KEXEC_CMD_kexec_unload"u8, KexecOp.KexecUnload(default));
        Answer.Is("kexec_op KEXEC_CMD_kexec_unload_v1"u8, KexecOp.KexecUnloadV1(default, default));
        Answer.Is("kexec_op KEXEC_CMD_kexec_load"u8, KexecOp.KexecLoad(default, arch: 0, nr_segments: 0, default, entry_maddr: 0));
        Answer.Is("kexec_op KEXEC_CMD_kexec_load_v1"u8, KexecOp.KexecLoadV1(default, default));
        Answer.Is("kexec_op KEXEC_CMD_kexec"u8, KexecOp.Kexec(default));
    }

    private static void Counters()
    {
        Answer.Is("xenpmu_op XENPMU_mode_get"u8, XenpmuOp.ModeGet(out _, out _, out _, out _));
        Answer.Is("xenpmu_op XENPMU_mode_set"u8, XenpmuOp.ModeSet(0, 0, default, 0));
        Answer.Is("xenpmu_op XENPMU_feature_get"u8, XenpmuOp.FeatureGet(0, 0, out _, 0));
        Answer.Is("xenpmu_op XENPMU_feature_set"u8, XenpmuOp.FeatureSet(0, 0, default, 0));
        Answer.Is("xenpmu_op XENPMU_init"u8, XenpmuOp.Init(0, 0, default, NoProcessor));
        Answer.Is("xenpmu_op XENPMU_lvtpc_set"u8, XenpmuOp.LvtpcSet());
        Answer.Is("xenpmu_op XENPMU_flush"u8, XenpmuOp.Flush());
        Answer.Is("xenpmu_op XENPMU_finish"u8, XenpmuOp.Finish(0, 0, default, NoProcessor));
    }

    private static void MachineChecks(Place place)
    {
        uint flags = 0;
        ulong fetched = 0;
        uint count = 0;
        Answer.Is("mca XEN_MC_fetch"u8, Mca.Fetch(ref flags, ref fetched, (McInfo*)place.Page(0)));
        flags = 0;
        Answer.Is("mca XEN_MC_notifydomain"u8, Mca.NotifyDomain(Place.Nobody, 0, ref flags));
        Answer.Is("mca XEN_MC_physcpuinfo"u8, Mca.PhysCpuInfo(ref count, null));
        Answer.Is("mca XEN_MC_msrinject"u8, Mca.MsrInject(NoProcessor, default, 0, Place.Nobody, default));
        Answer.Is("mca XEN_MC_mceinject"u8, Mca.MceInject(NoProcessor));
        Answer.Is("mca XEN_MC_inject_v2"u8, Mca.InjectV2(default, place.Page(0), nr_bits: 0));
    }
}
