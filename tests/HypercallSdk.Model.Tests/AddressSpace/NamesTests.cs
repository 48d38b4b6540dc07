using System;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.AddressSpace;
using Xunit;

namespace HypercallSdk.Model.Tests.AddressSpace;

public sealed class NamesTests
{
    [Fact]
    public void Every_enum_member_has_a_name_that_leads_back_to_it()
    {
        Assert.Equal(Enum.GetValues<RegionKind>().Length, RegionKindNames.Names.Count);
        foreach (RegionKind kind in Enum.GetValues<RegionKind>())
        {
            Assert.True(RegionKindNames.TryParse(RegionKindNames.Of(kind), out RegionKind parsed));
            Assert.Equal(kind, parsed);
        }

        Assert.Equal(Enum.GetValues<AbiKind>().Length, AbiNames.Names.Count);
        Assert.Equal(Enum.GetValues<ConduitKind>().Length, ConduitNames.Names.Count);
    }

    [Theory]
    [InlineData("arm64", true)]
    [InlineData("ARM64", true)]
    [InlineData("arm32", false)]
    [InlineData("", false)]
    public void An_abi_is_found_by_name(string name, bool isKnown) => Assert.Equal(isKnown, AbiNames.TryParse(name, out _));

    [Theory]
    [InlineData("hvc", true, ConduitKind.Hvc)]
    [InlineData("Hook", true, ConduitKind.Hook)]
    [InlineData("smc", false, ConduitKind.Hvc)]
    public void A_conduit_is_found_by_name(string name, bool isKnown, ConduitKind kind) =>
        Assert.Equal((isKnown, kind), (ConduitNames.TryParse(name, out ConduitKind parsed), parsed));
}
