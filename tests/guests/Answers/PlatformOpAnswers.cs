using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>platform_op: questions, and orders on processors, memory and states that there are not. The clock is set.</summary>
internal static unsafe class PlatformOpAnswers
{
    private const uint NoProcessor = 8191;
    private const uint NoState = 0xFF;
    private const uint SomeSeconds = 1_700_000_000;

    public static void Print(Place place)
    {
        Time(place);
        Memory();
        Processors();
        Orders(place);
        Firmware(place);
    }

    private static void Time(Place place)
    {
        Answer.Is("platform_op XENPF_settime32"u8, PlatformOp.SetTime32(SomeSeconds, nsecs: 0, system_time: 0));
        Answer.Is("platform_op XENPF_settime64"u8, PlatformOp.SetTime64(SomeSeconds, nsecs: 0, system_time: 0));
        Answer.Is(
            "platform_op XENPF_getidletime"u8, PlatformOp.GetIdleTime(place.Page(0), cpumap_nr_cpus: 1, (ulong*)place.Page(1), out _));
        Answer.Is("platform_op XENPF_change_freq"u8, PlatformOp.ChangeFreq(NoProcessor, freq: 0));
    }

    private static void Memory()
    {
        Answer.Is("platform_op XENPF_add_memtype"u8, PlatformOp.AddMemtype(default, 0, default, out _, out _));
        Answer.Is("platform_op XENPF_del_memtype"u8, PlatformOp.DelMemtype(handle: 0, reg: 0xFF));
        Answer.Is("platform_op XENPF_read_memtype"u8, PlatformOp.ReadMemtype(reg: 0, out _, out _, out _));
        Answer.Is("platform_op XENPF_mem_hotadd"u8, PlatformOp.MemoryHotAdd(Place.NoFrame, Place.NoFrame, pxm: 0));
    }

    private static void Processors()
    {
        Answer.Is("platform_op XENPF_get_cpu_version"u8, PlatformOp.GetCpuVersion(0, out _, out _, out _, out _, out _));
        Answer.Is("platform_op XENPF_get_cpuinfo"u8, PlatformOp.GetCpuInfo(0, out _, out _, out _, out _));
        Answer.Is("platform_op XENPF_get_ucode_revision"u8, PlatformOp.GetMicrocodeRevision(0, out _, out _, out _));
        Answer.Is("platform_op XENPF_cpu_online"u8, PlatformOp.CpuOnline(NoProcessor));
        Answer.Is("platform_op XENPF_cpu_offline"u8, PlatformOp.CpuOffline(NoProcessor));
        Answer.Is("platform_op XENPF_cpu_hotadd"u8, PlatformOp.CpuHotAdd(NoProcessor, NoProcessor, pxm: 0));
        Answer.Is("platform_op XENPF_set_processor_pminfo"u8, PlatformOp.SetProcessorPminfo(NoProcessor, default, default));
        uint idle = 0;
        Answer.Is("platform_op XENPF_core_parking"u8, PlatformOp.CoreParking(default, ref idle));
    }

    private static void Orders(Place place)
    {
        Answer.Is("platform_op XENPF_microcode_update"u8, PlatformOp.MicrocodeUpdate(place.Page(0), length: 0));
        Answer.Is("platform_op XENPF_microcode_update2"u8, PlatformOp.MicrocodeUpdate2(default, length: 0, place.Page(0)));
        Answer.Is("platform_op XENPF_platform_quirk"u8, PlatformOp.SetPlatformQuirk(default));
        Answer.Is("platform_op XENPF_enter_acpi_sleep"u8, PlatformOp.EnterAcpiSleep(0, 0, NoState, default));
        Answer.Is("platform_op XENPF_resource_op"u8, PlatformOp.ResourceOp(nr_entries: 0, cpu: 0, (ResourceEntry*)place.Page(0)));
    }

    private static void Firmware(Place place)
    {
        uint misc = 0;
        EfiCallArguments call = default;
        Answer.Is("platform_op XENPF_efi_runtime_call"u8, PlatformOp.EfiRuntimeCall(default, ref misc, out _, ref call));
        FirmwareInfoAnswer firmware = default;
        Answer.Is("platform_op XENPF_firmware_info"u8, PlatformOp.FirmwareInfo(default, index: 0, ref firmware));
        uint length = 64;
        uint symbol = 0;
        Answer.Is("platform_op XENPF_get_symbol"u8, PlatformOp.GetSymbol(ref length, ref symbol, place.Page(0), out _, out _));
        Answer.Is("platform_op XENPF_get_dom0_console"u8, PlatformOp.GetDom0Console(out _, out _));
    }
}
