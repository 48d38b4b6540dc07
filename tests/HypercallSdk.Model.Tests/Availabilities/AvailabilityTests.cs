using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Xunit;

namespace HypercallSdk.Model.Tests.Availabilities;

/// <summary>What an availability says of single places, and that its other answers follow from those.</summary>
public sealed class AvailabilityTests
{
    private static readonly XenRelease[] Releases = [new(4, 0), new(4, 1), new(4, 2), new(4, 3)];

    private static readonly GuestSet[] Guests =
        [GuestSet.ArmDom0, GuestSet.ArmDomU, GuestSet.Pvh, GuestSet.Hvm, GuestSet.Pv, GuestSet.LinuxDom0];

    private static readonly (XenRelease Release, AbiKind Abi, GuestSet Guest)[] Places =
    [
        .. from release in Releases
           from abi in Enum.GetValues<AbiKind>()
           from guest in Guests
           where (GuestSets.On(AbiSets.Of(abi)) & guest) != 0
           select (release, abi, guest),
    ];

    /// <summary>All releases, a few sets: every corner of the questions is among them.</summary>
    private static readonly Availability[] Samples =
    [
        .. from since in (XenRelease?[])[null, Releases[1], Releases[2]]
           from onArm in (XenRelease?[])[null, Releases[0], Releases[3]]
           from until in (XenRelease?[])[null, Releases[0], Releases[2]]
           from abis in (AbiSet[])[AbiSet.All, AbiSet.Arm64, AbiSet.X86, AbiSet.Arm32 | AbiSet.X86_32]
           from guests in (GuestSet[])[GuestSet.All, GuestSet.Pv, GuestSet.ArmDomU | GuestSet.Hvm, GuestSet.LinuxDom0]
           select new Availability(since, onArm, until, abis, guests),
    ];

    [Theory]
    [InlineData("4.3", AbiKind.Arm64, GuestSet.ArmDomU, true)]
    [InlineData("4.2", AbiKind.Arm64, GuestSet.ArmDomU, false)]
    [InlineData("4.3", AbiKind.X86_64, GuestSet.Hvm, false)]
    [InlineData("4.4", AbiKind.X86_64, GuestSet.Hvm, true)]
    [InlineData("4.21", AbiKind.X86_64, GuestSet.Hvm, true)]
    [InlineData("4.22", AbiKind.X86_64, GuestSet.Hvm, false)]
    [InlineData("4.22", AbiKind.Arm64, GuestSet.ArmDomU, false)]
    [InlineData("4.10", AbiKind.X86_64, GuestSet.Pv, false)]
    [InlineData("4.10", AbiKind.X86_32, GuestSet.Hvm, false)]
    [InlineData("4.10", AbiKind.Arm64, GuestSet.Hvm, false)]
    public void A_place_is_included_when_its_release_its_ABI_and_its_guest_are(string text, AbiKind abi, GuestSet guest, bool expected)
    {
        Availability availability = new(
            new(4, 4), new(4, 3), new(4, 21), AbiSet.All & ~AbiSet.X86_32, GuestSet.ArmDomU | GuestSet.Hvm);
        Assert.True(XenRelease.TryParse(text, out XenRelease release));

        Assert.Equal(expected, availability.Includes(release, abi, guest));
    }

    [Fact]
    public void What_is_not_said_is_not_limited() =>
        Assert.All(Places, static place => Assert.True(Availability.Everywhere.Includes(place.Release, place.Abi, place.Guest)));

    [Fact]
    public void Two_meet_exactly_where_there_is_a_place_that_has_both()
    {
        Dictionary<Availability, HashSet<int>> places = Samples.ToDictionary(static sample => sample, PlacesOf);
        foreach (Availability left in Samples)
        {
            Assert.Equal(places[left].Count > 0, left.IsPossible);
            foreach (Availability right in Samples)
            {
                HashSet<int> both = [.. places[left].Intersect(places[right])];
                Assert.Equal(both.Count > 0, left.MayMeet(right));
                Assert.True(both.SetEquals(PlacesOf(left.Within(right))), $"{left} within {right}");
            }
        }
    }

    private static HashSet<int> PlacesOf(Availability availability) =>
        [.. Enumerable.Range(0, Places.Length).Where(index =>
            availability.Includes(Places[index].Release, Places[index].Abi, Places[index].Guest))];
}
