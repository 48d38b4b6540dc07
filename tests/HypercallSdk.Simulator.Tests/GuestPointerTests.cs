using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

public sealed unsafe class GuestPointerTests
{
    private static readonly GuestLayout At = GuestLayout.DomU;

    [Theory]
    [InlineData(12UL, 1, 0)]
    [InlineData(12UL, 6, 0)]
    [InlineData(12UL, 7, -14)]
    [InlineData(12UL, 15, -14)]
    [InlineData(12UL, 23, -14)]
    [InlineData(17UL, 1, -14)]
    [InlineData(17UL, 6, -14)]
    [InlineData(20UL, 0, -14)]
    [InlineData(20UL, 1, -14)]
    [InlineData(20UL, 2, -14)]
    [InlineData(20UL, 6, -14)]
    [InlineData(20UL, 8, -14)]
    [InlineData(20UL, 10, -14)]
    [InlineData(29UL, 2, -14)]
    public void A_bad_pointer_is_an_answer_and_not_a_fault(ulong hypercall, int op, int answer)
    {
        using TestGuest guest = new(At.Machine);
        nuint unmapped = (nuint)guest.Pointer(At.Extended << 12);

        Assert.Equal(answer, TestGuest.Call(hypercall, (nuint)op, 0, 1));
        Assert.Equal(answer, TestGuest.Call(hypercall, (nuint)op, unmapped, 1));
        Assert.Equal(answer, TestGuest.Call(hypercall, (nuint)op, unchecked((nuint)0xDEAD000000000000), 1));
    }

    [Fact]
    public void A_misaligned_struct_is_fine()
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal(0, AddGrantFrame(guest.Pointer(At.OwnPage << 12) + 3, 0, At.Grant));
    }

    [Fact]
    public void A_struct_may_cross_into_another_page_of_RAM()
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal(0, AddGrantFrame(guest.Pointer((At.OwnPage + 1) << 12) - 8, 0, At.Grant));
    }

    [Fact]
    public void A_struct_may_not_run_into_a_hole()
    {
        using TestGuest guest = new(At.Machine);
        Assert.Equal(1, TestGuest.Decrease(At.OwnPage + 1));
        byte* args = guest.Pointer((At.OwnPage + 1) << 12) - 8;
        *(ushort*)args = TestGuest.Self;

        Assert.Equal(-14, TestGuest.Call(20, 6, (nuint)args, 1));
    }

    [Fact]
    public void A_struct_may_lie_in_the_grant_table_and_in_a_granted_page()
    {
        using TestGuest guest = new(At.Machine);
        Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, At.Grant));
        guest.Grant(At.Grant, 8, 1, At.OwnDomid, At.OwnPage);
        Assert.Equal(0, TestGuest.MapGrant(At.GrantMapping << 12, 8, At.OwnDomid).Status);

        Assert.Equal(0, AddGrantFrame(guest.Pointer(At.Grant << 12) + 0x800, 1, At.Grant + 1));
        Assert.Equal(0, AddGrantFrame(guest.Pointer(At.GrantMapping << 12), 2, At.Grant + 2));
    }

    [Fact]
    public void What_cannot_be_written_back_is_EFAULT()
    {
        using TestGuest guest = new(At.Machine);
        _ = TestGuest.AddToPhysmap(1, 0, At.Grant);
        guest.Grant(At.Grant, 8, 1, At.OwnDomid, At.OwnPage);
        Assert.Equal(0, TestGuest.MapGrant(At.GrantMapping << 12, 8, At.OwnDomid, flags: 2 | 4).Status);
        *(ushort*)guest.Pointer(At.OwnPage << 12) = TestGuest.Self;

        Assert.Equal(-14, TestGuest.Call(20, 6, (nuint)guest.Pointer(At.GrantMapping << 12), 1));
    }

    [Fact]
    public void A_start_extent_belongs_to_ranges_and_counts()
    {
        using TestGuest guest = new(At.Machine);
        const nuint startExtent1 = 1 << 6;
        AddToPhysmapStruct add = new() { Domid = 7, Space = 1 };
        RemoveFromPhysmapStruct remove = new() { Domid = TestGuest.Self, Gpfn = At.OwnPage };

        Assert.Equal(-3, TestGuest.Call(12, 7 | startExtent1, (nuint)(&add)));
        Assert.Equal(-22, TestGuest.Call(12, 15 | startExtent1, (nuint)(&remove)));
        Assert.Equal(2, TestGuest.Reserve(1 | startExtent1, 0, [At.OwnPage, At.OwnPage + 1]));
        Assert.Equal(P2MKind.Ram, guest.Xen.P2M[At.OwnPage].Kind);
        Assert.Equal(P2MKind.Hole, guest.Xen.P2M[At.OwnPage + 1].Kind);
    }

    [Theory]
    [InlineData(6u, 0u)]
    [InlineData(6u, 2u)]
    [InlineData(6u, 0x80000000u)]
    [InlineData(2u, 0u)]
    [InlineData(0u, 0x80000000u)]
    [InlineData(0x1000u, 1u)]
    public void A_count_that_the_operation_does_not_take_is_EINVAL(uint command, uint count)
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal(-22, TestGuest.Call(20, command, (nuint)guest.Pointer(At.OwnPage << 12), count));
    }

    private static nint AddGrantFrame(byte* at, ulong frame, ulong gfn)
    {
        *(AddToPhysmapStruct*)at = new AddToPhysmapStruct { Domid = TestGuest.Self, Space = 1, Idx = frame, Gpfn = gfn };
        return TestGuest.Call(12, 7, (nuint)at);
    }
}
