using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>What the guests under test are made of.</summary>
internal static class GuestSource
{
    /// <summary>
    /// What Xen 4.17 was seen to give a domU with 64 MiB of memory, and a device that shares its page with nothing
    /// else.
    /// </summary>
    public const string Map = """
        address-bits 40
        source board.dtb
        device 0x3001000 0x1000 /interrupt-controller@3001000
        device 0x22000000 0x1000 /sbsa-uart@22000000
        device 0xa003800 0x200 /virtio@a003800
        reserved 0x43f00000 0x100000 /reserved-memory/framebuffer
        ram 0x40000000 0x4000000 /memory@40000000
        grant-table 0x38000000 0x1000000 /hypervisor
        extended 0x44000000 0xbc000000 /hypervisor
        extended 0x200000000 0xfe00000000 /hypervisor
        """;

    private const string Interfaces = """
        namespace HypercallSdk.Xen
        {
            public struct UnallocatedRegion { public Gfn start_gpfn; public ulong nr_gpfns; }
            public enum MapSpace : uint { SharedInfo, GrantTable }
        }

        namespace HypercallSdk.Tests
        {

        public unsafe interface IXenOp
        {
            [HypercallOp(1, "XENMEM_decrease_reservation")] long Decrease(Gfn* frames, ulong count);
            [HypercallOp(6, "XENMEM_populate_physmap")] long Populate(Gfn* frames, ulong count);
            [HypercallOp(7, "XENMEM_add_to_physmap")] long Add(HypercallSdk.Xen.MapSpace space, [MapTarget] Gfn gpfn);
            [HypercallOp(15, "XENMEM_remove_from_physmap")] long Remove(Gfn gpfn);
            [HypercallOp(29, "XENMEM_get_unallocated_space")] long Query(HypercallSdk.Xen.UnallocatedRegion* regions);
            [HypercallOp(0, "GNTTABOP_map_grant_ref")] long Grant([MapTarget] GuestPhysicalAddress address);
            [HypercallOp(2, "GNTTABOP_setup_table")] long Setup(Gfn* frames);
        }

        public static unsafe class XenOp
        {
            public static long Decrease(Gfn* frames, ulong count) => 0;
            public static long Add(HypercallSdk.Xen.MapSpace space, [MapTarget] Gfn gpfn) => 0;

            public readonly struct Direct : IXenOp
            {
                public long Decrease(Gfn* frames, ulong count) => 0;
                public long Populate(Gfn* frames, ulong count) => 0;
                public long Add(HypercallSdk.Xen.MapSpace space, [MapTarget] Gfn gpfn) => 0;
                public long Remove(Gfn gpfn) => 0;
                public long Query(HypercallSdk.Xen.UnallocatedRegion* regions) => 0;
                public long Grant([MapTarget] GuestPhysicalAddress address) => 0;
                public long Setup(Gfn* frames) => 0;
            }
        }

        public unsafe interface IMemory
        {
            void Map([MapTarget] Gfn gpfn);
            void MapAt([MapTarget] GuestPhysicalAddress address);
            void MapAll([MapTarget] Gfn* gpfns);
            void MapOptional(int first, [MapTarget] Gfn gpfn = default);
            void Unmap(Gfn gpfn);
        }

        }
        """;

    /// <summary>The support source as the package gives it to a guest, public, and a few operations that map.</summary>
    public static IReadOnlyList<(string Name, string Text)> Support { get; } =
    [
        .. Resource.Names("support/")
            .Select(static name => (name, "#define HYPERCALL_SUPPORT_PUBLIC\n" + Resource.Read(name))),
        ("support/IMemory.cs", Interfaces),
    ];

    /// <summary>A guest whose method does something to a memory interface.</summary>
    public static string Method(string statements, string members = "") => $$"""
        using System;
        using HypercallSdk;
        using HypercallSdk.Tests;

        public static unsafe partial class Guest
        {
            {{members}}
            public static void Run(IMemory memory, bool condition, int number, [HypercallSdk.Proven] HypercallSdk.Gfn given, HypercallSdk.Gfn any)
            {
                {{statements}}
            }
        }
        """;
}
