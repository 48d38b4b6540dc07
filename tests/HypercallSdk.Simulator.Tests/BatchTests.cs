using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

public sealed unsafe class BatchTests
{
    private static readonly GuestLayout At = GuestLayout.DomU;

    [Fact]
    public void Every_element_has_its_own_error_and_the_call_none()
    {
        using TestGuest guest = new(At.Machine);

        (nint answer, int[] errs) = Add(1, [0, 64, 0, 1], [At.Grant, At.Grant + 1, At.Grant + 2, 1UL << 36]);

        Assert.Equal(0, answer);
        Assert.Equal([0, -22, -16, -22], errs);
        Assert.Equal(new P2MEntry(P2MKind.GrantTable, guest.Xen.P2M[At.Grant].Mfn, 0, false), guest.Xen.P2M[At.Grant]);
    }

    [Theory]
    [InlineData(3, 0, -95, 77)]
    [InlineData(5, 0, -13, 77)]
    [InlineData(2, 0, 0, -38)]
    [InlineData(6, 0, 0, -38)]
    [InlineData(4, 0x7FF0, 0, -22)]
    [InlineData(4, 1, 0, -3)]
    [InlineData(4, 7, 0, -3)]
    public void Spaces_answer_in_the_place_that_is_theirs(ushort space, ushort foreign, int answer, int err)
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal((answer, err), Single(space, foreign, At.OwnPage, At.Grant));
        Assert.Empty(guest.Xen.NotModelled);
    }

    [Fact]
    public void Device_memory_of_a_dom0_is_recorded_as_not_modelled()
    {
        using TestGuest guest = new(GuestLayout.Dom0.Machine);

        Assert.Equal((0, 0), Single(5, 0, 0x9000, 0x40210));
        Assert.Equal((-95, 77), Single(5, 1, 0x9000, 0x40210));
        Assert.Equal(12UL, Assert.Single(guest.Xen.NotModelled).Hypercall);
        Assert.Equal(P2MKind.Hole, guest.Xen.P2M[0x40210].Kind);
    }

    [Fact]
    public void Xens_own_domains_are_recorded_as_not_modelled()
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal((0, -3), Single(4, 0x7FF2, 0, At.Grant));
        Assert.Equal(23UL, Assert.Single(guest.Xen.NotModelled).Op);
    }

    [Fact]
    public void INVALID_GFN_ends_the_call()
    {
        using TestGuest guest = new(At.Machine);

        (nint answer, int[] errs) = Add(1, [0, 1, 2], [At.Grant, ulong.MaxValue, At.Grant + 2]);

        Assert.Equal(-22, answer);
        Assert.Equal([0, 77, 77], errs);
    }

    [Fact]
    public void A_list_that_cannot_be_reached_is_EFAULT()
    {
        using TestGuest guest = new(At.Machine);
        ulong idx = 0;
        ulong gpfn = At.Grant;
        AddToPhysmapBatchStruct args = new() { Domid = TestGuest.Self, Space = 1, Size = 1, Idxs = &idx, Gpfns = &gpfn };

        Assert.Equal(-14, TestGuest.Call(12, 23, (nuint)(&args)));
        args.Gpfns = null;
        Assert.Equal(-14, TestGuest.Call(12, 23, (nuint)(&args)));
        args.Idxs = null;
        Assert.Equal(-14, TestGuest.Call(12, 23, (nuint)(&args)));
    }

    [Fact]
    public void An_empty_batch_succeeds_and_one_that_starts_past_its_end_does_not()
    {
        using TestGuest guest = new(At.Machine);
        AddToPhysmapBatchStruct args = new() { Domid = TestGuest.Self, Space = 1 };

        Assert.Equal(0, TestGuest.Call(12, 23, (nuint)(&args)));
        Assert.Equal(-84, TestGuest.Call(12, 23 | (1 << 6), (nuint)(&args)));
        Assert.Equal(-33, TestGuest.Call(12, 23 | (0x10000 << 6), (nuint)(&args)));
        args.Domid = 7;
        Assert.Equal(-3, TestGuest.Call(12, 23, (nuint)(&args)));
    }

    private static (nint Answer, int[] Errs) Add(ushort space, ulong[] idxs, ulong[] gpfns)
    {
        int[] errs = new int[idxs.Length];
        System.Array.Fill(errs, 77);
        fixed (ulong* idx = idxs, gpfn = gpfns)
        fixed (int* err = errs)
        {
            AddToPhysmapBatchStruct args = new()
            {
                Domid = TestGuest.Self,
                Space = space,
                Size = (ushort)idxs.Length,
                Idxs = idx,
                Gpfns = gpfn,
                Errs = err,
            };
            return (TestGuest.Call(12, 23, (nuint)(&args)), errs);
        }
    }

    private static (int Answer, int Err) Single(ushort space, ushort foreign, ulong idx, ulong gpfn)
    {
        int err = 77;
        AddToPhysmapBatchStruct args = new()
        {
            Domid = TestGuest.Self,
            Space = space,
            Size = 1,
            ForeignDomid = foreign,
            Idxs = &idx,
            Gpfns = &gpfn,
            Errs = &err,
        };
        return ((int)TestGuest.Call(12, 23, (nuint)(&args)), err);
    }
}
