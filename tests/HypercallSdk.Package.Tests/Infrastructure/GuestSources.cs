namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>What strangers' projects say.</summary>
internal static class GuestSources
{
    /// <summary>A program that maps the grant table where the sample's machine has room for it, and prints the answer.</summary>
    public const string FirstHypercall = """
        using HypercallSdk;
        using HypercallSdk.Xen;

        XenResult result = MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, new XenULong(0), new Gfn(0x38000));
        System.Console.WriteLine(result.Value);
        """;

    /// <summary>One mapping over what a map of the machine has to say is memory.</summary>
    public const string MapsOverMemory = """
        using HypercallSdk;
        using HypercallSdk.Xen;

        internal static class Program
        {
            public static bool Map() => MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x40000)).IsSuccess;
        }
        """;

    /// <summary>Map targets of every kind in the sample's machine; each line says what should be said of it.</summary>
    public const string GoodAndBadTargets = """
        using HypercallSdk;
        using HypercallSdk.Xen;

        namespace Judged;

        public static class Mapping
        {
            private const ulong DeviceFrame = 0x22000;

            public static void Map()
            {
                Map(new Gfn(0x38000)); // silent: the first /hypervisor region
                Map(new Gfn(0x44000)); // silent: an extended region
                Map(new GuestPhysicalAddress(0x38001000).Frame); // silent
                Map(new Gfn(0x40000)); // HCS2002
                Map(new Gfn(DeviceFrame)); // HCS2004
                Map(new Gfn(0x39000)); // HCS2003
                Map(new Gfn(0x10000000)); // HCS2001
                Map(new Gfn(0x34000)); // HCS2000
                Map(Gfn.Unproven(0x40000, "the boot loader gave it back")); // silent
        #pragma warning disable HCS2002
                Map(new Gfn(0x40000)); // silent
        #pragma warning restore HCS2002
            }

            private static void Map([MapTarget] Gfn frame)
            {
                _ = MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, new XenULong(0), frame);
            }
        }
        """;

    /// <summary>An interface of a hypervisor that there is not.</summary>
    public const string ToyHypervisor = """
        using HypercallSdk;

        namespace Toy;

        [Hypercall(70001, "toy_op")]
        internal partial interface IToyOp
        {
            /// <summary>Rings a bell.</summary>
            [HypercallOp(3, "TOY_ring", Struct = "toy_ring", Size = 16)]
            XenResult Ring(uint bell, ulong times);
        }

        internal static class Bells
        {
            public static XenResult RingTwice() => ToyOp.Ring(1, 2);
        }
        """;
}
