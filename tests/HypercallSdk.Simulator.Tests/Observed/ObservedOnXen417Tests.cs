using System.Collections.Generic;
using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests.Observed;

public sealed unsafe class ObservedOnXen417Tests
{
    [Theory]
    [InlineData("dom0")]
    [InlineData("domU")]
    public void The_experiment_on_real_Xen_gets_the_same_answers(string name)
    {
        GuestLayout layout = GuestLayout.Of(name);
        using TestGuest guest = new(layout.Machine);
        List<string> expected = [];
        List<string> answered = [];
        foreach (ObservedStep step in ObservedExperiment.Steps(layout))
        {
            expected.Add($"{step.What} -> {step.Answer}");
            answered.Add($"{step.What} -> {step.Do(guest)}");
        }

        Assert.Equal(expected, answered);
    }

    [Theory]
    [InlineData("dom0")]
    [InlineData("domU")]
    public void A_granted_page_keeps_its_flags_while_its_table_moves(string name)
    {
        GuestLayout at = GuestLayout.Of(name);
        using TestGuest guest = new(at.Machine);
        _ = TestGuest.AddToPhysmap(1, 0, at.Grant);
        *(ulong*)guest.Pointer(at.OwnPage << 12) = 0x1122334455667788;
        guest.Grant(at.Grant, 8, flags: 1, at.OwnDomid, at.OwnPage);

        MapGrantRefStruct mapped = TestGuest.MapGrant(at.GrantMapping << 12, 8, at.OwnDomid);

        Assert.Equal((0, 0u), (mapped.Status, mapped.Handle));
        Assert.Equal(0x1122334455667788UL, guest.Read(at.GrantMapping << 12));
        Assert.Equal(0x19, guest.GrantFlags(at.Grant, 8));

        _ = TestGuest.RemoveFromPhysmap(at.Grant);
        _ = TestGuest.AddToPhysmap(1, 0, at.Grant + 1);
        Assert.Equal(0x19, guest.GrantFlags(at.Grant + 1, 8));
    }

    [Theory]
    [InlineData("dom0")]
    [InlineData("domU")]
    public void The_size_field_matters_to_a_range_only(string name)
    {
        GuestLayout at = GuestLayout.Of(name);
        using TestGuest guest = new(at.Machine);

        Assert.Equal(-38, TestGuest.AddToPhysmap(3, at.OwnPage, at.Grant, size: 1));
        Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, at.Grant, size: 7));
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(55UL)]
    [InlineData(200UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(17 | (1UL << 32))]
    public void A_hypercall_that_Xen_lacks_is_ENOSYS(ulong number)
    {
        using TestGuest guest = new(GuestLayout.DomU.Machine);

        Assert.Equal(-38, TestGuest.Call(number));
        Assert.Empty(guest.Xen.NotModelled);
    }

    [Fact]
    public void An_operation_that_Xen_lacks_is_ENOSYS()
    {
        using TestGuest guest = new(GuestLayout.DomU.Machine);

        Assert.Equal(-38, TestGuest.Call(12, 99));
        Assert.Equal(-38, TestGuest.Call(20, 99, 0, 1));
        Assert.Empty(guest.Xen.NotModelled);
    }

    [Theory]
    [InlineData(2u, -38)]
    [InlineData(1u, 0)]
    [InlineData(3u, -22)]
    public void The_grant_table_is_of_version_1_for_good(uint version, int answer)
    {
        using TestGuest guest = new(GuestLayout.DomU.Machine);
        uint asked = version;

        Assert.Equal(answer, TestGuest.Call(20, 8, (nuint)(&asked)));

        ulong get = TestGuest.Self;
        Assert.Equal(0, TestGuest.Call(20, 10, (nuint)(&get)));
        Assert.Equal((1u, 1u), (asked, (uint)(get >> 32)));
    }
}
