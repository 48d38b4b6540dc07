using System;
using HypercallSdk.Corlib.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Corlib.Tests;

/// <summary>The whole declaration language, on each of the corlibs, for each ABI.</summary>
public sealed class LanguageTests
{
    private const string Declarations = """
        using HypercallSdk;

        namespace Demo;

        public enum Kind : uint { Port, Memory }

        public readonly struct Domain { public readonly ushort Value; }

        [HypercallStruct("demo_pair")]
        public partial struct Pair
        {
            static partial void Fields(byte kind, ulong value, Gfn frame);
        }

        [HypercallStruct("demo_all")]
        public unsafe partial struct All
        {
            /// <param name="first">The first.</param>
            static partial void Fields(
                byte first, [Offset(8)] ulong second, [Length(3)] Gfn frames, [Length(2, 3)] ushort cells, [Length(5)] byte text,
                void* buffer, [Handle64] byte* wide, [NativePointer] uint* narrow, bool flag, nint signed, nuint unsigned,
                [Bits(3)] uint low, [Bits(7)] int high, [Anonymous, Bits(2)] uint _, [Bits(1)] bool set, [Bits(2)] Kind mode,
                [Aligned(8)] ulong aligned, [MustBeZero] ushort pad, [MustBeZero, Length(100)] byte room, [Length(2)] Domain domains,
                [StoredAs(AbiInteger.U16)] Kind stored, [Length(2), StoredAs(AbiInteger.U8)] Kind modes, [Length(2)] void* buffers,
                Pair pair, [Length(2)] Pair pairs, [Anonymous] Inner inner, Kind kind, [Tag(nameof(kind))] Body u,
                [Availability(Abis = HypercallAbis.X86)] uint cr3, [FlexibleArray] Pair tail);

            [HypercallStruct]
            public partial struct Inner { static partial void Fields(uint x, ulong y); }

            [HypercallUnion]
            public unsafe partial struct Body
            {
                static partial void Fields([Case(0)] uint port, [Case(1)] Pair memory, [MustBeZero, Length(40)] byte room);
            }
        }

        [HypercallStruct("demo_head")]
        public partial struct Head
        {
            static partial void Fields(
                [CommandField] byte cmd, [VersionField] uint version, Domain domain, [MustBeZero, Length(3)] ushort pad, [PayloadField] Room u);

            [HypercallUnion]
            public partial struct Room { static partial void Fields([Aligned(8), Length(128)] byte pad); }
        }

        [Hypercall(36, "democtl", Envelope = nameof(Head)), InterfaceVersion(0x15)]
        public unsafe partial interface IDemoctl
        {
            [HypercallOp(3, "DEMOCTL_pause")] XenResult Pause(Domain domain);

            [HypercallOp(4, "DEMOCTL_all", Struct = "democtl_all")]
            XenResult All(ref Domain domain, [Bits(3)] uint x, [Bits(5)] uint y, bool z, [StoredAs(AbiInteger.U16)] Kind k, Gfn frame,
                ulong big, [MustBeZero] uint pad, nint n, byte* buffer, ref Pair pair, out int status, out Gfn where);
        }

        [Hypercall(1, "mmu_update")]
        public unsafe partial interface IMmuUpdate
        {
            [HypercallOp("mmu_update")]
            XenResult Update([Const] Pair* requests, [CountOf(nameof(requests))] uint count, out uint done, Domain domain);
        }

        [Hypercall(15, "set_timer_op")]
        public partial interface ISetTimerOp { [HypercallOp("set_timer_op")] XenResult SetTimer(ulong timeout); }

        [Hypercall(16, "by_address")]
        public unsafe partial interface IByAddress
        {
            [HypercallOp(1, "BY_ref")] XenResult ByRef(ref All all, bool flag, nint number);

            [HypercallOp(2, "BY_bytes")] XenResult Bytes([BytesOf(nameof(buffer))] ref uint size, byte* buffer);
        }

        public static unsafe class Caller
        {
            public static long Call(Domain domain, All* all)
            {
                Pair pair = default;
                all->first = 1;
                all->frames(1) = new Gfn(2);
                all->cells(1, 2) = 3;
                all->text[4] = 5;
                all->flag = all->set;
                all->low = (uint)all->high;
                all->mode = Kind.Memory;
                all->domains(0) = domain;
                all->stored = all->kind;
                all->inner.x = 7;
                all->tail(3).value = 9;
                all->SetPort(5);
                bool held = all->TryGetMemory(out pair);
                Democtl.InterfaceVersion = 0x17;
                XenResult one = Democtl.Pause(domain);
                XenResult two = Democtl.All(ref domain, 1, 2, held, Kind.Port, new Gfn(1), 2, 3, null, ref pair, out int status, out Gfn where);
                XenResult three = MmuUpdate.Update(&pair, 1, out uint done, domain);
                return one.Value + two.Value + three.Value + status + done + SetTimerOp.SetTimer(1).Value
                    + ByAddress.ByRef(ref *all, held, 1).Value + All.SizeInBytes + (long)where.Value;
            }
        }
        """;

    public static TheoryData<string, string, string> Guests
    {
        get
        {
            TheoryData<string, string, string> guests = [];
            foreach (string corlib in Corlibs.Names)
            {
                guests.Add(corlib, "arm64", "hvc");
                foreach (string abi in new[] { "arm64", "arm32", "x86_64", "x86_32" })
                {
                    guests.Add(corlib, abi, "hook");
                }
            }

            return guests;
        }
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public void Every_shape_compiles(string corlib, string abi, string conduit)
    {
        Compilation output = Guest.Generate(Guest.OnAbi(corlib, abi, Declarations), conduit, abi);

        Assert.Contains($"({abi})", Guest.TextOf(output, "Demo.All.g.cs"), StringComparison.Ordinal);
        Assert.Equal(abi.StartsWith("x86", StringComparison.Ordinal), Guest.TextOf(output, "Demo.All.g.cs").Contains("<c>cr3</c>", StringComparison.Ordinal));
        Assert.Contains("struct Direct", Guest.TextOf(output, "HypercallSdk.Xen.IMemoryOp.g.cs"), StringComparison.Ordinal); // nothing is left out
        Assert.Contains("struct Direct", Guest.TextOf(output, "HypercallSdk.Xen.IGrantTableOp.g.cs"), StringComparison.Ordinal);
        Assert.Empty(Corlibs.ErrorsOf(output));
    }
}
