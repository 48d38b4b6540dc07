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
    [InlineData("x86_32", true)]
    [InlineData("i386", false)]
    [InlineData("", false)]
    public void An_abi_is_found_by_name(string name, bool isKnown) => Assert.Equal(isKnown, AbiNames.TryParse(name, out _));

    [Fact]
    public void Every_abi_has_a_name_that_leads_back_to_it_and_a_data_model_of_that_name() => Assert.All(
        Enum.GetValues<AbiKind>(),
        static kind =>
        {
            Assert.True(AbiNames.TryParse(AbiNames.Of(kind), out AbiKind parsed));
            Assert.Equal((kind, AbiNames.Of(kind)), (parsed, DataModel.Of(kind).Name));
        });

    [Fact]
    public void A_number_that_is_no_abi_has_no_data_model() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => DataModel.Of((AbiKind)(-1)));

    [Theory]
    [InlineData(AbiKind.Arm64, "hvc hook")]
    [InlineData(AbiKind.Arm32, "hook")]
    [InlineData(AbiKind.X86_64, "hook")]
    [InlineData(AbiKind.X86_32, "hook")]
    public void Every_abi_has_its_own_conduits(AbiKind abi, string names)
    {
        Assert.Equal(names.Split(' '), ConduitNames.On(abi));
        Assert.Equal(names.Contains("hvc", StringComparison.Ordinal), ConduitNames.Exists(ConduitKind.Hvc, abi));
    }

    [Theory]
    [InlineData("hvc", true, ConduitKind.Hvc)]
    [InlineData("Hook", true, ConduitKind.Hook)]
    [InlineData("smc", false, ConduitKind.Hvc)]
    public void A_conduit_is_found_by_name(string name, bool isKnown, ConduitKind kind) =>
        Assert.Equal((isKnown, kind), (ConduitNames.TryParse(name, out ConduitKind parsed), parsed));
}
