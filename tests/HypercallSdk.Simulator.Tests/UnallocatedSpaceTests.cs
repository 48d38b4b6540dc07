using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

/// <summary>The figures are those of a private build of Xen 4.17 that answered the proposed query to a domU of 64 MiB.</summary>
public sealed unsafe class UnallocatedSpaceTests
{
    private static readonly GuestLayout At = GuestLayout.DomU;

    private static SimulatedMachine Answering => At.Machine with
    {
        AnswersProposedQuery = true,
        MemoryMap = At.Machine.MemoryMap.Merge(new MemoryMap(
        [
            new Region(RegionKind.Device, 0x03001000, 0x1000, "GICD", "test"),
            new Region(RegionKind.Device, 0x03020000, 0x1000000, "GICR", "test"),
            new Region(RegionKind.Device, 0x22000000, 0x1000, "PL011", "test"),
            new Region(RegionKind.MagicPages, 0x39000000, 0x1000000, "magic pages", "test"),
        ])),
    };

    [Fact]
    public void A_released_Xen_has_no_such_operation()
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal(-38, Query(32).Answer);
        Assert.Equal(-38, TestGuest.Call(12, 29));
        Assert.Empty(guest.Xen.NotModelled);
    }

    [Fact]
    public void The_holes_are_those_that_a_real_Xen_found()
    {
        using TestGuest guest = new(Answering);

        (nint answer, uint count, ulong[] regions) = Query(32);

        Assert.Equal((0, 4u), (answer, count));
        Assert.Equal(
            [
                (0x4200000UL, 0x22000000UL),
                (0x22200000UL, 0x38000000UL),
                (0x3A000000UL, 0x40000000UL),
                (0x44000000UL, 0x100000000000UL),
            ],
            Enumerable.Range(0, 4).Select(index => Addresses(regions, index)));
    }

    [Fact]
    public void A_smaller_buffer_gets_the_first_regions()
    {
        using TestGuest guest = new(Answering);

        (nint answer, uint count, ulong[] regions) = Query(1);

        Assert.Equal((0, 1u), (answer, count));
        Assert.Equal((0x4200000UL, 0x22000000UL), Addresses(regions, 0));
        Assert.Equal([0, 0], regions[2..4]);
    }

    [Fact]
    public void The_answer_is_stale_as_soon_as_something_is_mapped()
    {
        using TestGuest guest = new(Answering);

        Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, 0x4200));

        Assert.Equal((0x4400000UL, 0x22000000UL), Addresses(Query(32).Regions, 0));
    }

    [Fact]
    public void No_more_than_32_regions_come_back()
    {
        using TestGuest guest = new(Answering);
        for (ulong page = 0; page < 44; page++)
        {
            Assert.Equal(0, TestGuest.AddToPhysmap(1, page, 0x50000 + (page << 18)));
        }

        Assert.Equal((0, 32u), (Query(32).Answer, Query(32).Count));
    }

    [Fact]
    public void A_device_inside_another_region_does_not_end_it()
    {
        MemoryMap nested = new(
        [
            new Region(RegionKind.ReservedMemory, 0x04000000, 0x1E000000, "reserved", "test"),
            new Region(RegionKind.Device, 0x08000000, 0x1000, "device", "test"),
        ]);
        using TestGuest guest = new(Answering with { MemoryMap = Answering.MemoryMap.Merge(nested) });

        Assert.Equal((0x22200000UL, 0x38000000UL), Addresses(Query(32).Regions, 0));
    }

    [Fact]
    public void RAM_that_was_given_back_is_found()
    {
        using TestGuest guest = new(Answering);

        for (ulong gfn = 0x40000; gfn < 0x44000; gfn += 512)
        {
            Assert.Equal(1, TestGuest.Reserve(1, 9, [gfn]));
        }

        Assert.Equal((0x3A000000UL, 0x100000000000UL), Addresses(Query(32).Regions, 2));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(33u)]
    [InlineData(uint.MaxValue)]
    public void A_capacity_out_of_range_is_EINVAL(uint capacity)
    {
        using TestGuest guest = new(Answering);

        Assert.Equal((-22, capacity), (Query(capacity).Answer, Query(capacity).Count));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0x7FF1)]
    [InlineData(0x7FF2)]
    [InlineData(0x7FF4)]
    public void A_domain_that_does_not_exist_is_ESRCH(int domid)
    {
        using TestGuest guest = new(Answering);

        Assert.Equal(-3, Query(32, (ushort)domid).Answer);
    }

    [Fact]
    public void Bad_pointers_are_EFAULT_and_leave_the_count_alone()
    {
        using TestGuest guest = new(Answering);
        UnallocatedSpaceStruct args = new() { Domid = TestGuest.Self, NrRegions = 32 };

        Assert.Equal(-14, TestGuest.Call(12, 29, 0));
        Assert.Equal(-22, TestGuest.Call(12, 29 | (1 << 6), 0));
        Assert.Equal(-14, TestGuest.Call(12, 29, (nuint)(&args)));
        Assert.Equal(32u, args.NrRegions);
    }

    private static (ulong Start, ulong End) Addresses(ulong[] regions, int index) =>
        (regions[2 * index] << 12, (regions[2 * index] + regions[(2 * index) + 1]) << 12);

    private static (nint Answer, uint Count, ulong[] Regions) Query(uint capacity, ushort domid = TestGuest.Self)
    {
        ulong[] regions = new ulong[64];
        fixed (ulong* buffer = regions)
        {
            UnallocatedSpaceStruct args = new() { Domid = domid, NrRegions = capacity, Buffer = buffer };
            nint answer = TestGuest.Call(12, 29, (nuint)(&args));
            return (answer, args.NrRegions, regions);
        }
    }
}
