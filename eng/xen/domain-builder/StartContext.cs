using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>
/// The state that a PVH guest's virtual CPU starts in, in the records of a saved domain: 32-bit protected mode without paging, with
/// segments from 0 to 4 GiB, at the entry, and the start info's address in ebx. <c>XEN_DOMCTL_setvcpucontext</c> sets registers, too,
/// but does not make the virtual CPU one that <c>VCPUOP_up</c> knows.
/// </summary>
internal static unsafe class StartContext
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = (3 * HvmSaveDescriptor.SizeInBytes) + HvmSaveHeader.SizeInBytes + HvmHardwareCpu.SizeInBytes;

    private const ulong ProtectedMode = 0x11; // CR0: protection, and a floating-point unit
    private const ulong AlwaysOne = 2; // of rflags
    private const uint Everything = 0xFFFFFFFF;
    private const uint Code = 0xC9B; // 32 bits, in pages, present, readable, accessed
    private const uint Data = 0xC93; // the same, writable
    private const uint BusyTask = 0x8B;
    private const uint TaskLimit = 0x67; // 104 bytes

    /// <summary>Writes it.</summary>
    /// <param name="buffer">As many empty bytes.</param>
    /// <param name="entry">The physical address of the first instruction.</param>
    /// <param name="startInfo">The guest physical address of the start info.</param>
    public static void Write(byte* buffer, uint entry, ulong startInfo)
    {
        HvmSaveHeader* header = (HvmSaveHeader*)Begin(ref buffer, HvmSaveType.Header, HvmSaveHeader.SizeInBytes);
        header->magic = HvmSaveFormat.Magic;
        header->version = HvmSaveFormat.Version;

        HvmHardwareCpu* cpu = (HvmHardwareCpu*)Begin(ref buffer, HvmSaveType.Cpu, HvmHardwareCpu.SizeInBytes);
        cpu->cr0 = ProtectedMode;
        cpu->rflags = AlwaysOne;
        cpu->rip = entry;
        cpu->rbx = startInfo;
        SetSegments(cpu);

        _ = Begin(ref buffer, HvmSaveType.End, 0);
    }

    private static void SetSegments(HvmHardwareCpu* cpu)
    {
        cpu->cs_limit = cpu->ds_limit = cpu->es_limit = cpu->ss_limit = Everything;
        cpu->cs_arbytes = Code;
        cpu->ds_arbytes = cpu->es_arbytes = cpu->ss_arbytes = Data;
        cpu->tr_limit = TaskLimit;
        cpu->tr_arbytes = BusyTask;
    }

    // A record's bytes; the next one begins behind them.
    private static byte* Begin(ref byte* next, HvmSaveType type, int length)
    {
        HvmSaveDescriptor* descriptor = (HvmSaveDescriptor*)next;
        descriptor->typecode = type;
        descriptor->length = (uint)length;
        byte* bytes = next + HvmSaveDescriptor.SizeInBytes;
        next = bytes + length;
        return bytes;
    }
}
