using System.Collections.Generic;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>Sound declarations that together use the whole language.</summary>
internal static class DeclarationSeeds
{
    private const string Operations = """
        using HypercallSdk;
        namespace Demo;
        public enum Kind : ushort { One }
        public readonly struct Handle { public readonly int Value; }
        [HypercallStruct("xen_pair", Size = 16)]
        public unsafe struct Pair { public Gfn first; public uint second; public fixed byte text[4]; }
        [Hypercall(40, "demo_op", Batched = true)]
        public unsafe partial interface IDemoOp
        {
            /// <summary>Reads.</summary>
            [HypercallOp(1, "DEMO_read", Struct = "xen_read", Size = 24)]
            XenResult Read([StoredAs(AbiInteger.U32)] Kind kind, in Handle handle, [MapTarget] Gfn gfn, out short status, ref uint count);
            [HypercallOp(2, "DEMO_write", Struct = "xen_write")]
            ExtentCount Write([CountOf(nameof(pairs))] uint nr, Pair* pairs, [CName("u.inner")] Pair inner, out Handle @out);
        }
        [Hypercall(41, "other_op")]
        internal partial interface Other
        {
            [HypercallOp(0, "OTHER_stop"), Proposed] void Stop();
            [HypercallOp(1, "OTHER_go")] unsafe long Go(uint a, Kind b, Gfn c, void* d);
        }
        """;

    private const string Records = """
        using HypercallSdk;
        namespace Demo;
        public enum Kind : byte { One, Two }
        [HypercallStruct("xen_inner", Size = 24)]
        public unsafe partial struct Inner
        {
            static partial void Fields(Gfn start, [Aligned(8)] ulong cookie, [Bits(3)] uint mode, [Anonymous, Bits(5)] uint _, [Bits(1)] bool on);
        }
        [HypercallStruct("xen_outer")]
        public unsafe partial struct Outer
        {
            static partial void Fields(
                Inner @in, [Length(4)] uint words, [Length(2)] Gfn frames, [Length(2, 3)] Kind cells, [Anonymous] Parts parts, nuint native,
                [Handle64] void* buffer, [NativePointer] uint* own, byte* handle, [MustBeZero] ushort pad, [Offset(200)] uint late,
                [StoredAs(AbiInteger.U16)] Kind kind, bool flag, [Availability(Abis = HypercallAbis.X86)] uint cr3, [FlexibleArray] Inner tail);
            [HypercallUnion]
            public partial struct Parts { static partial void Fields(uint whole, [Length(2)] ushort halves, Inner inner); }
        }
        """;

    private const string Tags = """
        using HypercallSdk;
        namespace Demo;
        public enum Kind : uint { Port, Memory, Other = 5 }
        [HypercallStruct("demo_pair", Size = 8)]
        public partial struct Pair { static partial void Fields(uint first, [Length(4)] byte second); }
        [HypercallStruct("demo_event")]
        public partial struct DemoEvent
        {
            static partial void Fields(Kind kind, ushort more, [Tag(nameof(kind))] Body u, [Tag(nameof(more)), Anonymous] Rest rest);
            [HypercallUnion]
            public partial struct Body { static partial void Fields([Case(0)] uint port, [Case(1)] Pair memory, [Case(5)] Gfn other); }
            [HypercallUnion]
            public partial struct Rest { static partial void Fields([Case(1, 2)] ulong first, [Case(3)] byte second, [Case(9)] Kind third); }
        }
        [Hypercall(40, "demo_op")]
        public unsafe partial interface IDemoOp
        {
            [HypercallOp(1, "DEMO_send", Struct = "xen_send")] XenResult Send(DemoEvent @event, [CName("u.pair")] Pair pair);
            [HypercallOp(2, "DEMO_wait", Struct = "xen_wait")] XenResult Wait(ref DemoEvent last, [MustBeZero] uint pad, uint ports);
        }
        """;

    private const string Envelopes = """
        using HypercallSdk;
        namespace Demo;
        public readonly struct Dom { public readonly ushort Value; }
        [HypercallStruct("xen_demctl", Size = 144)]
        public partial struct Demctl
        {
            static partial void Fields(
                [CommandField] uint cmd, [VersionField] uint interface_version, Dom domain, [MustBeZero, Length(3)] ushort _pad, [PayloadField] Payload u);
            [HypercallUnion]
            public partial struct Payload { static partial void Fields([Aligned(8), Length(128)] byte pad); }
        }
        [Hypercall(36, "demctl", Envelope = nameof(Demctl)), InterfaceVersion(0x15)]
        public unsafe partial interface IDemControl
        {
            [HypercallOp(3, "DEM_pause")] XenResult Pause(Dom domain);
            [HypercallOp(15, "DEM_max", Struct = "xen_max", Size = 4)] XenResult Max(Dom domain, uint max);
            [HypercallOp(16, "DEM_get", Struct = "xen_get")] XenResult Get(ref Dom domain, out ulong value, [Handle64, Const] byte* buffer, [BytesOf(nameof(buffer))] uint size);
        }
        [Hypercall(34, "hvm_demo", Envelope = nameof(Demctl), Command = 25, CommandBits = 6), InterfaceVersion(1)]
        public partial interface IHvmDemo { [HypercallOp(1, "HVM_one", Struct = "xen_one")] XenResult One(uint view, ref ulong gfn); }
        """;

    private const string Registers = """
        using HypercallSdk;
        namespace Demo;
        public readonly struct Version { public readonly long Value; public Version(long value) { Value = value; } }
        public struct Update { public ulong ptr; public ulong val; }
        [Hypercall(15, "set_timer_op")]
        public partial interface ISetTimerOp { [HypercallOp("set_timer_op")] XenResult SetTimer(ulong timeout); }
        [Hypercall(1, "mmu_update")]
        public unsafe partial interface IMmuUpdate
        {
            [HypercallOp("mmu_update")]
            XenResult Update([Const] Update* ureqs, [CountOf(nameof(ureqs))] uint count, out uint success_count, ushort foreigndom);
        }
        [Hypercall("psci")]
        [HypercallConduit(Immediate = 0, Number = "x0", Arguments = "x1 x2 x3", Result = "x0", Instruction = "hvc")]
        public partial interface IPsci
        {
            [HypercallOp(0x84000000, "PSCI_VERSION")]
            Version Version();
            [HypercallOp(0x84000008, "SYSTEM_OFF")] void SystemOff();
            [HypercallOp(0xC4000003, "CPU_ON")] long On(nuint cpu, nuint entry, in Update update);
        }
        """;

    private const string Availabilities = """
        using HypercallSdk;
        namespace Demo;
        [Hypercall(12, "memory_demo", CommandBits = 6), Availability(Since = "4.0", Guests = HypercallGuests.Any)]
        public unsafe partial interface IMemoryDemo
        {
            [HypercallOp(23, "MEM_batch", Struct = "xen_batch"), Availability(Since = "4.4", SinceOnArm = "4.5")]
            ExtentCount Batch([CountOf(nameof(idxs), nameof(gpfns), nameof(errs))] ref ushort size, [Const] ulong* idxs, [MapTarget] Gfn* gpfns, int* errs);
            [HypercallOp(0, "MEM_set"), Availability(Since = "4.2"), FormerNumber(7, "4.5")] XenResult Set(uint a);
            [HypercallOp(1, "MEM_get"), Availability(Until = "4.7", Abis = HypercallAbis.X86)] XenResult Get(uint a);
            [HypercallOp(1, "MEM_other"), Availability(Abis = HypercallAbis.Arm)] long Other([Availability(Since = "4.9")] byte b);
            [HypercallOp(29, "MEM_space", Struct = "xen_space"), Proposed] XenResult Space(out ulong space, [CountOf(nameof(buffer))] uint n, [Const] byte* buffer);
        }
        [Hypercall(20, "grant_demo", Batched = true)]
        public partial interface IGrantDemo { [HypercallOp(0, "GNT_map", Struct = "gnt_map", Size = 16)] XenResult Map(ulong addr, uint flags, out short status); }
        """;

    /// <summary>The seeds; each calls its namespace <c>Demo</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [Operations, Records, Tags, Envelopes, Registers, Availabilities];
}
