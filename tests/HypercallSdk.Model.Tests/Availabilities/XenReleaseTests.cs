using System.Linq;
using HypercallSdk.Model.Xen;
using Xunit;

namespace HypercallSdk.Model.Tests.Availabilities;

/// <summary>Releases are read strictly and compared as numbers, not as text.</summary>
public sealed class XenReleaseTests
{
    [Theory]
    [InlineData("4.17", 4, 17)]
    [InlineData("4.0", 4, 0)]
    [InlineData("3.4", 3, 4)]
    [InlineData("10.2", 10, 2)]
    [InlineData("4.2147483646", 4, 2147483646)]
    public void A_release_is_two_numbers(string text, int major, int minor)
    {
        Assert.True(XenRelease.TryParse(text, out XenRelease release));
        Assert.Equal(new XenRelease(major, minor), release);
        Assert.Equal(text, release.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("4.")]
    [InlineData(".4")]
    [InlineData("4.17.2")]
    [InlineData("4.04")]
    [InlineData("04.4")]
    [InlineData(" 4.4")]
    [InlineData("4.4 ")]
    [InlineData("+4.4")]
    [InlineData("4.-4")]
    [InlineData("4,4")]
    [InlineData("v4.4")]
    [InlineData("4.x")]
    [InlineData("0.0")]
    [InlineData("4.2147483647")]
    [InlineData("4.99999999999")]
    [InlineData("٤.٤")]
    public void Anything_else_is_none(string text)
    {
        Assert.False(XenRelease.TryParse(text, out XenRelease release));
        Assert.Equal(default, release);
    }

    [Fact]
    public void They_are_ordered_by_number()
    {
        XenRelease[] releases = [new(3, 4), new(4, 0), new(4, 2), new(4, 10), new(4, 22), new(5, 0)];

        Assert.Equal(releases, releases.Reverse().Order());
        Assert.True(releases[2] < releases[3] && releases[3] > releases[2] && releases[4] <= releases[5] && releases[5] >= releases[4]);
        Assert.False(releases[3] < releases[3] || releases[3] > releases[3]);
    }

    [Fact]
    public void The_next_one_lies_between_it_and_every_later_one()
    {
        Assert.Equal(new XenRelease(4, 6), new XenRelease(4, 5).Next);
        Assert.True(new XenRelease(4, 22).Next < new XenRelease(5, 0));
    }
}
