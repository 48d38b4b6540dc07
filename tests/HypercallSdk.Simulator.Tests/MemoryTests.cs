using System;
using System.IO;
using System.Linq;
using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

public sealed unsafe class MemoryTests
{
    [Fact]
    public void RAM_is_zero_writable_and_where_the_map_says()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        ulong last = at.RamStart + at.RamSize - 8;

        Assert.Equal(0UL, guest.Read(at.RamStart));
        *(ulong*)guest.Pointer(last) = 42;
        Assert.Equal(42UL, guest.Read(last));
        Assert.Null(guest.Read(at.RamStart - 8));
        Assert.Null(guest.Read(last + 8));
    }

    [Fact]
    public void A_page_that_is_mapped_twice_is_one_page()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        _ = TestGuest.AddToPhysmap(1, 0, at.Grant);
        guest.Grant(at.Grant, 8, 1, at.OwnDomid, at.OwnPage);
        _ = TestGuest.MapGrant(at.GrantMapping << 12, 8, at.OwnDomid);

        *(ulong*)guest.Pointer((at.GrantMapping << 12) + 0x100) = 0xCAFE;
        Assert.Equal(0xCAFEUL, guest.Read((at.OwnPage << 12) + 0x100));

        *(ulong*)guest.Pointer((at.OwnPage << 12) + 0x100) = 0xBEEF;
        Assert.Equal(0xBEEFUL, guest.Read((at.GrantMapping << 12) + 0x100));
    }

    [Fact]
    public void Mapping_over_RAM_replaces_one_page_and_spares_its_neighbours()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        for (ulong page = at.OwnPage; page < at.OwnPage + 3; page++)
        {
            *(ulong*)guest.Pointer(page << 12) = page;
        }

        Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, at.OwnPage + 1));

        Assert.Equal(at.OwnPage, guest.Read(at.OwnPage << 12));
        Assert.Equal(0UL, guest.Read((at.OwnPage + 1) << 12));
        Assert.Equal(at.OwnPage + 2, guest.Read((at.OwnPage + 2) << 12));
    }

    [Fact]
    public void Mapping_over_a_grant_frame_displaces_it()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        _ = TestGuest.AddToPhysmap(1, 0, at.Grant);

        Assert.Equal(0, TestGuest.AddToPhysmap(1, 1, at.Grant));

        Assert.Equal([ulong.MaxValue, at.Grant], TestGuest.SetupTable(2).Frames);
        Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, at.Grant + 1));
    }

    [Fact]
    public void The_host_kernel_sees_the_same_holes()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        string hole = $"{(ulong)guest.Pointer(at.OwnPage << 12):x}-";

        Assert.DoesNotContain(File.ReadLines("/proc/self/maps"), line => line.StartsWith(hole, StringComparison.Ordinal));
        Assert.Equal(0, TestGuest.RemoveFromPhysmap(at.OwnPage));
        Assert.Contains(
            File.ReadLines("/proc/self/maps"),
            line => line.StartsWith(hole, StringComparison.Ordinal) && line.Contains(" ---p ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_domU_gives_pages_back_and_gets_fresh_ones()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        *(ulong*)guest.Pointer(at.OwnPage << 12) = 42;

        Assert.Equal(0, TestGuest.Populate(at.Extended));
        Assert.Equal(1, TestGuest.Decrease(at.OwnPage));
        Assert.Null(guest.Read(at.OwnPage << 12));
        Assert.Equal(0, TestGuest.Decrease(at.OwnPage));
        Assert.Equal(1, TestGuest.Populate(at.Extended, at.Extended + 1));
        Assert.Equal(0UL, guest.Read(at.Extended << 12));
        Assert.Equal(P2MKind.Hole, guest.Xen.P2M[at.Extended + 1].Kind);
    }

    [Fact]
    public void A_page_that_was_mapped_over_is_lost()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        _ = TestGuest.AddToPhysmap(1, 0, at.OwnPage);
        _ = TestGuest.RemoveFromPhysmap(at.OwnPage);

        Assert.Equal(0, TestGuest.Populate(at.OwnPage));
    }

    [Fact]
    public void A_dom0_gets_its_own_pages_back_and_no_others()
    {
        GuestLayout at = GuestLayout.Dom0;
        using TestGuest guest = new(at.Machine);
        *(ulong*)guest.Pointer(at.OwnPage << 12) = 42;

        Assert.Equal(1, TestGuest.Decrease(at.OwnPage));
        Assert.Null(guest.Read(at.OwnPage << 12));
        Assert.Equal(0, TestGuest.Populate(at.Extended));
        Assert.Equal(1, TestGuest.Populate(at.OwnPage));
        Assert.Equal(42UL, guest.Read(at.OwnPage << 12));
        Assert.Single(guest.Xen.P2M.Runs());
    }

    [Fact]
    public void An_extent_holds_two_to_its_order_pages()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);

        Assert.Equal(1, TestGuest.Reserve(1, 9, [at.OwnPage]));
        Assert.Equal(1, TestGuest.Reserve(6, 9, [at.Extended]));
        P2MRun run = guest.Xen.P2M.Runs()[^1];
        Assert.Equal((at.Extended, at.Extended + 511), (run.First, run.Last));
    }

    [Theory]
    [InlineData(10u, 0u, 0x7FF0)]
    [InlineData(0u, 1u, 0x7FF0)]
    [InlineData(0u, 0u, 7)]
    public void A_reservation_that_Xen_refuses_does_no_extents(uint order, uint memFlags, int domid)
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);

        Assert.Equal(0, TestGuest.Reserve(1, order, [at.OwnPage], memFlags, (ushort)domid));
        Assert.Equal(memFlags == 0, guest.Xen.NotModelled.Count == 0);
        Assert.Single(guest.Xen.P2M.Runs());
    }

    [Fact]
    public void The_map_can_be_read()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);
        _ = TestGuest.AddToPhysmap(1, 2, at.Grant);
        _ = TestGuest.AddToPhysmap(0, 0, at.OwnPage);
        _ = TestGuest.RemoveFromPhysmap(at.OwnPage + 1);
        _ = TestGuest.AddToPhysmap(1, 0, 0xFFFFFFFFF);

        string[] expected =
        [
            "0x0038000000-0x0038000fff  grant table frame 2",
            "0x0040000000-0x0040ffffff  RAM",
            "0x0041000000-0x0041000fff  shared info",
            "0x0041002000-0x0043ffffff  RAM",
            "0xfffffffff000-0xffffffffffff  grant table frame 0",
        ];
        Assert.Equal(expected, guest.Xen.P2M.Dump().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(P2MKind.Hole, guest.Xen.P2M[at.OwnPage + 1].Kind);
    }

    [Theory]
    [InlineData(32, 39)]
    [InlineData(36, 39)]
    [InlineData(40, 40)]
    [InlineData(42, 42)]
    [InlineData(44, 48)]
    [InlineData(48, 48)]
    [InlineData(52, 52)]
    public void Frames_are_refused_where_the_root_table_ends(int addressBits, int reachedBits)
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine with { AddressBits = addressBits });
        ulong end = 1UL << (reachedBits - 12);

        Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, end - 1));
        Assert.Equal(-22, TestGuest.AddToPhysmap(1, 1, end));
    }

    [Fact]
    public void Reading_past_what_is_shown_is_refused()
    {
        using TestGuest guest = new(GuestLayout.DomU.Machine);

        Assert.Null(guest.Read((1UL << 40) - 4));
        Assert.Null(guest.Read(ulong.MaxValue - 3));
        Assert.False(guest.Xen.TryWrite(1UL << 40, [1]));
    }

    [Fact]
    public void A_test_can_write_what_the_guest_will_read()
    {
        GuestLayout at = GuestLayout.DomU;
        using TestGuest guest = new(at.Machine);

        Assert.True(guest.Xen.TryWrite(at.OwnPage << 12, [1, 2, 3]));
        Assert.Equal(0x030201UL, guest.Read(at.OwnPage << 12));
        Assert.False(guest.Xen.TryWrite(at.Extended << 12, [1]));
        Assert.True(Enumerable.SequenceEqual(new byte[] { 2, 3 }, new Span<byte>(guest.Pointer((at.OwnPage << 12) + 1), 2).ToArray()));
    }
}
