using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>The rules about operations and their results go on, however broken the source is.</summary>
public sealed class MutatedGuestTests
{
    private const int Mutants = 1500;

    /// <summary>Guests that use much of the language and many operations.</summary>
    internal static readonly string[] Seeds =
    [
        """
        using System;
        using HypercallSdk;
        using HypercallSdk.Xen;
        static unsafe class Guest
        {
            [AvailabilityGuard("4.20")] static bool HasLongTexts => RunningXen.IsAtLeast(4, 20);
            static bool Run(Gfn* gfns, ulong number, bool condition)
            {
                if (HasLongTexts && !condition) { XenVersion.Extraversion2(null); }
                XenQuantity length = condition ? XenVersion.Extraversion2(null) : default;
                ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self);
                if (done.Value < 0 || (int)length.Value is > 0) { return false; }
                XenResult asked = GrantTableOp.QuerySize(DomId.Self, out uint count, out uint most, out _);
                while (count < most) { count++; if (asked.IsFailure) { break; } }
                Func<bool> later = () => asked.Errno switch { XenErrno.ENOSYS => true, _ => condition };
                int* errs = stackalloc int[4];
                try { MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.Gmfn, 4, default, null, gfns, errs); } finally { later(); }
                GrantTableOp.GnttabCopy copy = default;
                return GrantTableOp.Copy(&copy, 1).IsSuccess;
            }
        }
        """,
        """
        using HypercallSdk;
        using HypercallSdk.Xen;
        [Outcome] enum ToyStatus { Fine, Bad }
        [Hypercall(60, "toy_op"), Availability(Since = "4.18")]
        partial interface IToyOp
        {
            [HypercallOp(1, "TOY_a", Struct = "toy_a")] XenResult A(out ToyStatus status, [Accepts(1, 4)] uint count);
            [HypercallOp(2, "TOY_b"), Availability(Guests = HypercallGuests.Pv)] long B(uint first);
            [HypercallOp(3, "TOY_c"), Proposed] XenResult C();
        }
        class Mock : IToyOp
        {
            XenResult IToyOp.A(out ToyStatus status, uint count) { status = default; return default; }
            public long B(uint first) => first;
            public XenResult C() => default;
            static void Run(IToyOp toy, Mock mock)
            {
                toy.A(out ToyStatus status, 9);
                if (status == ToyStatus.Fine) { mock.B(1); toy.C(); }
                bool Local() => toy.A(out _, 0).IsSuccess;
                _ = Local() && (int)toy.C().Value < 0;
            }
        }
        """,
        """
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using HypercallSdk;
        using HypercallSdk.Xen;
        static unsafe class Guest
        {
            static VcpuInfo s_info;
            [SkipLocalsInit]
            static XenResult Run(byte[] given, ReadOnlySpan<byte> piece, ref byte first, Gfn64 frame, GrantHandle handle, bool condition)
            {
                byte* kept = condition ? (byte*)Unsafe.AsPointer(ref given[0]) : null;
                fixed (byte* p = piece) { kept = p + 1; XenVersion.Extraversion((ExtraVersion*)p); }
                XenVersion.Extraversion((ExtraVersion*)kept);
                GCHandle pin = GCHandle.Alloc(given, GCHandleType.Pinned);
                try { XenVersion.Extraversion((ExtraVersion*)pin.AddrOfPinnedObject()); } finally { pin.Free(); }
                VcpuInfo info; VcpuRegisterVcpuInfo where = new() { mfn = frame, offset = 4090 }; where.offset = (uint)((nuint)(&info) & 0xFFF);
                (&where)->offset += 8; VcpuOp.RegisterVcpuInfo(0, &where);
                VcpuRegisterRunstateMemoryArea area; VcpuRunstateInfo* states = stackalloc VcpuRunstateInfo[2]; area.addr.h = &states[1];
                VcpuOp.RegisterRunstateMemoryArea(0, &area);
                var ops = stackalloc GrantTableOp.GnttabUnmapGrantRef[4]; for (int i = 0; i < 4; i++) { ops[i].handle = handle; }
                Func<XenResult> later = () => EventChannelOp.InitControl(frame, 4092, 0, out _);
                ref byte alias = ref first; (kept, states) = ((byte*)Unsafe.AsPointer(ref alias), null); later();
                return GrantTableOp.UnmapGrantRef(ops, 4);
            }
        }
        """,
        """
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using HypercallSdk;
        using HypercallSdk.Xen;
        delegate bool Placer([MapTarget] Gfn frame, [Proven] out Gfn next);
        [StructLayout(LayoutKind.Sequential, Pack = 4)] struct Answer { public ulong id; public byte kind; public Inner inner; }
        struct Inner { public byte a; public unsafe fixed ushort rest[3]; }
        interface IPlace { void Put(Gfn frame); [Proven] Gfn Last { get; set; } }
        unsafe class Place : IPlace
        {
            const int KernelShift = 16;
            public void Put([MapTarget] Gfn frame) { }
            [Proven] public Gfn Last { get; set; }
            [SkipLocalsInit]
            bool Run(HypervisorRegions regions, GuestPhysicalAddress bar, uint megabytes, uint grants, Gfn last, Answer* ring, void* raw)
            {
                Action<Gfn> put = Put; delegate*<Gfn, void> other = null; Placer placer = (Gfn f, out Gfn next) => { next = f; return true; };
                AddressRange range = regions.GetRegion(1);
                if (GrantTableOp.QuerySize(DomId.Self, out uint now, out uint most, out GrantStatus status).IsFailure || status != GrantStatus.Okay) { return false; }
                for (uint i = most; i-- > 0;) { put(range.FirstFrame + i); Put(new Gfn(range.Start.Value >> 12) + (i * 2)); }
                Answer answer; answer.id = 1; answer.inner.rest[0] = 2; ring[now] = answer; Unsafe.Write(raw, answer); NativeMemory.Copy(&answer, raw, 16);
                ulong pages = megabytes << 8; uint low = (uint)bar.Value; ulong end = last.Address.Value - bar.Value + 1;
                GuestPhysicalAddress behind = bar + ((ulong)grants << KernelShift) + MemoryOp.MaximumRamPage().Value;
                return placer(last, out Gfn found) && MemoryOp.PopulatePhysmap(&found, pages, 0, default, DomId.Self).Value == -55
                    && MemoryOp.RemoveFromPhysmap(DomId.Self, found).Errno switch { XenErrno.ENOSYS => low > end, _ => behind > bar };
            }
        }
        """,
    ];

    [Fact]
    public async Task What_made_a_rule_throw_does_so_no_more()
    {
        string source = Seeds[0]
            .Replace("out _);", "_out );", StringComparison.Ordinal)
            .Replace("ExtentCount done =", "ExtentCount done Errno =", StringComparison.Ordinal)
            .Replace("later = ()", "later = using ()", StringComparison.Ordinal);

        Assert.Equal([], await ThrownBy(source));
    }

    [Fact]
    public async Task No_broken_guest_makes_a_rule_throw()
    {
        IReadOnlyList<string>[] seeds = [.. Seeds.Select(SourceMutation.TokensOf)];
        Random random = new(20210728);
        int reported = 0;
        for (int index = 0; index < Mutants; index++)
        {
            string source = SourceMutation.Mutate(seeds[index % seeds.Length], random);
            ImmutableArray<Diagnostic> diagnostics = await XenGuest.DiagnosticsOfBroken(source);

            // An exception would be reported as AD0001.
            Assert.True(diagnostics.All(static found => found.Id.StartsWith("HCS", StringComparison.Ordinal)), source);
            reported += diagnostics.Length;
        }

        // Mutants that no longer reach the rules would prove nothing.
        Assert.True(reported > Mutants, $"only {reported} diagnostics in all");
    }

    private static async Task<IEnumerable<string>> ThrownBy(string source) => (await XenGuest.DiagnosticsOfBroken(source))
        .Where(static found => !found.Id.StartsWith("HCS", StringComparison.Ordinal))
        .Select(static found => $"{found.GetMessage(null)} {found.Descriptor.Description}");
}
