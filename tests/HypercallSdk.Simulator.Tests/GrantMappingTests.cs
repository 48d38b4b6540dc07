using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

public sealed unsafe class GrantMappingTests
{
    private const ushort Permit = 1;
    private const ushort ReadOnlyGrant = 1 << 2;
    private const uint HostMap = 2;
    private const uint HostMapReadOnly = 2 | 4;
    private const ulong Free = 0x44010000;
    private static readonly GuestLayout At = GuestLayout.DomU;
    private static readonly ulong Target = At.GrantMapping << 12;

    [Theory]
    [InlineData(Permit, 1, HostMap, 0)]
    [InlineData(Permit, 1, HostMapReadOnly, 0)]
    [InlineData(Permit | ReadOnlyGrant, 1, HostMapReadOnly, 0)]
    [InlineData(Permit | ReadOnlyGrant, 1, HostMap, -1)]
    [InlineData(0, 1, HostMap, -1)]
    [InlineData(2, 1, HostMap, -1)]
    [InlineData(Permit | (1 << 8), 1, HostMap, -1)]
    [InlineData(Permit, 2, HostMap, -1)]
    [InlineData(Permit, 1, 0u, -3)]
    [InlineData(Permit, 1, 1u, -1)]
    [InlineData(Permit, 1, HostMap | 16, -1)]
    [InlineData(Permit, 1, HostMap | 32, -1)]
    public void The_entry_and_the_flags_decide(int entryFlags, ushort grantedTo, uint mapFlags, int status)
    {
        using TestGuest guest = Boot();
        guest.Grant(At.Grant, 8, (ushort)entryFlags, grantedTo, At.OwnPage);

        Assert.Equal(status, TestGuest.MapGrant(Target, 8, At.OwnDomid, mapFlags).Status);

        Assert.Equal(status == 0 ? P2MKind.GrantMapping : P2MKind.Hole, guest.Xen.P2M[At.GrantMapping].Kind);
        int inUse = status != 0 ? 0 : mapFlags == HostMap ? 0x18 : 0x08;
        Assert.Equal(entryFlags | inUse, guest.GrantFlags(At.Grant, 8));
    }

    [Theory]
    [InlineData(511u, Free, 1, 0)]
    [InlineData(512u, Free, 1, -3)]
    [InlineData(uint.MaxValue, Free, 1, -3)]
    [InlineData(511u, Free, 0, -2)]
    [InlineData(511u, Free, 0x7FF0, -2)]
    [InlineData(511u, 1UL << 48, 1, -1)]
    public void The_reference_the_domain_and_the_place_are_checked(uint reference, ulong address, int dom, int status)
    {
        using TestGuest guest = Boot();
        guest.Grant(At.Grant, 511, Permit, At.OwnDomid, At.OwnPage);

        Assert.Equal(status, TestGuest.MapGrant(address, reference, (ushort)dom).Status);
        Assert.Equal(status == 0 ? 0x19 : Permit, guest.GrantFlags(At.Grant, 511));
    }

    [Fact]
    public void A_hole_cannot_be_granted()
    {
        using TestGuest guest = Boot();
        guest.Grant(At.Grant, 8, Permit, At.OwnDomid, At.Extended);

        Assert.Equal(-9, TestGuest.MapGrant(Target, 8, At.OwnDomid).Status);
        Assert.Equal(Permit, guest.GrantFlags(At.Grant, 8));
    }

    [Fact]
    public void A_read_only_mapping_cannot_be_written()
    {
        using TestGuest guest = Boot();
        guest.Grant(At.Grant, 8, Permit, At.OwnDomid, At.OwnPage);
        _ = TestGuest.MapGrant(Target, 8, At.OwnDomid, HostMapReadOnly);

        Assert.Equal(0UL, guest.Read(Target));
        Assert.False(guest.Xen.TryWrite(Target, [1]));
        Assert.Equal("grant 8, read only", guest.Xen.P2M[At.GrantMapping].ToString());
    }

    [Fact]
    public void Unmapping_leaves_a_hole_and_tells_the_granter()
    {
        using TestGuest guest = Boot();
        guest.Grant(At.Grant, 8, Permit, At.OwnDomid, At.OwnPage);
        MapGrantRefStruct first = TestGuest.MapGrant(Target, 8, At.OwnDomid);
        MapGrantRefStruct second = TestGuest.MapGrant(Target + 0x1000, 8, At.OwnDomid, HostMapReadOnly);
        Assert.NotEqual(first.Handle, second.Handle);
        Assert.Equal(first.DevBusAddr, second.DevBusAddr);

        Assert.Equal(0, TestGuest.UnmapGrant(Target, first.Handle));
        Assert.Null(guest.Read(Target));
        Assert.Equal(Permit | 0x08, guest.GrantFlags(At.Grant, 8));

        Assert.Equal(0, TestGuest.UnmapGrant(Target + 0x1000, second.Handle));
        Assert.Equal(Permit, guest.GrantFlags(At.Grant, 8));
        Assert.Equal(-4, TestGuest.UnmapGrant(Target, first.Handle));
        Assert.NotNull(guest.Read(At.OwnPage << 12));
    }

    [Fact]
    public void A_grant_in_use_stays_the_page_that_it_was()
    {
        using TestGuest guest = Boot();
        *(ulong*)guest.Pointer(At.OwnPage << 12) = 42;
        guest.Grant(At.Grant, 8, Permit, At.OwnDomid, At.OwnPage);
        _ = TestGuest.MapGrant(Target, 8, At.OwnDomid);
        guest.Grant(At.Grant, 8, 0, At.OwnDomid, At.OwnPage + 1);

        Assert.Equal(0, TestGuest.MapGrant(Target + 0x1000, 8, At.OwnDomid).Status);
        Assert.Equal(42UL, guest.Read(Target + 0x1000));
    }

    [Fact]
    public void Unmapping_at_the_wrong_place_is_refused_if_another_page_is_there()
    {
        using TestGuest guest = Boot();
        guest.Grant(At.Grant, 8, Permit, At.OwnDomid, At.OwnPage);
        MapGrantRefStruct mapped = TestGuest.MapGrant(Target, 8, At.OwnDomid);

        Assert.Equal(-1, TestGuest.UnmapGrant((At.OwnPage + 1) << 12, mapped.Handle));
        Assert.Equal(0, TestGuest.UnmapGrant(0, mapped.Handle));
        Assert.NotNull(guest.Read(Target));
        Assert.Equal(0, TestGuest.UnmapGrant(Target, mapped.Handle));
    }

    [Fact]
    public void An_array_is_taken_element_by_element()
    {
        using TestGuest guest = Boot();
        guest.Grant(At.Grant, 8, Permit, At.OwnDomid, At.OwnPage);
        MapGrantRefStruct* args = stackalloc MapGrantRefStruct[2];
        args[0] = new MapGrantRefStruct { HostAddr = Target, Flags = HostMap, Ref = 9, Dom = At.OwnDomid };
        args[1] = new MapGrantRefStruct { HostAddr = Target, Flags = HostMap, Ref = 8, Dom = At.OwnDomid };

        Assert.Equal(0, TestGuest.Call(20, 0, (nuint)args, 2));
        Assert.Equal((-1, 0), (args[0].Status, args[1].Status));
        Assert.Equal(0, TestGuest.Call(20, 0, 0, 0));
    }

    private static TestGuest Boot()
    {
        TestGuest guest = new(At.Machine);
        Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, At.Grant));
        return guest;
    }
}
