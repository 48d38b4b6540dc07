using System;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
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
    [InlineData(AbiKind.Arm64, "hvc privcmd hook")]
    [InlineData(AbiKind.Arm32, "hvc hook")]
    [InlineData(AbiKind.X86_64, "hypercall-page vmcall vmmcall syscall privcmd hook")]
    [InlineData(AbiKind.X86_32, "hypercall-page vmcall vmmcall int82 hook")]
    public void Every_abi_has_its_own_conduits(AbiKind abi, string names)
    {
        Assert.Equal(names.Split(' '), ConduitNames.On(abi));
        Assert.Equal(names.Contains("hvc", StringComparison.Ordinal), ConduitNames.Exists(ConduitKind.Hvc, abi));
    }

    [Theory]
    [InlineData(AbiKind.Arm64, GuestKind.ArmDomU, "hvc hook")]
    [InlineData(AbiKind.X86_64, GuestKind.Pv, "hypercall-page syscall hook")]
    [InlineData(AbiKind.X86_32, GuestKind.Pv, "hypercall-page int82 hook")]
    [InlineData(AbiKind.X86_64, GuestKind.Pvh, "hypercall-page vmcall vmmcall hook")]
    [InlineData(AbiKind.X86_64, GuestKind.LinuxDom0, "privcmd hook")]
    [InlineData(AbiKind.Arm64, GuestKind.LinuxDom0, "privcmd hook")]
    [InlineData(AbiKind.Arm32, GuestKind.LinuxDom0, "hook")]
    [InlineData(AbiKind.X86_32, GuestKind.Hvm, "hypercall-page vmcall vmmcall hook")]
    public void Every_kind_of_guest_has_its_own_conduits(AbiKind abi, GuestKind guest, string names) =>
        Assert.Equal(names.Split(' '), ConduitNames.On(abi, GuestKinds.SetOf(guest)));

    [Fact]
    public void Every_guest_kind_has_the_name_of_its_bit() => Assert.All(
        Enum.GetValues<GuestKind>(),
        static kind =>
        {
            string name = Assert.Single(GuestSets.NamesOf(GuestKinds.SetOf(kind)));
            Assert.True(GuestKinds.TryParse(name, out GuestKind parsed));
            Assert.Equal(kind, parsed);
        });

    [Theory]
    [InlineData(AbiSet.Arm64, "arm-dom0 arm-domU linux-dom0")]
    [InlineData(AbiSet.X86_32, "pvh hvm pv linux-dom0")]
    public void Every_abi_has_its_own_guests(AbiSet abis, string names) => Assert.Equal(names.Split(' '), GuestKinds.On(abis));

    [Theory]
    [InlineData("hvc", true, ConduitKind.Hvc)]
    [InlineData("hypercall-page", true, ConduitKind.HypercallPage)]
    [InlineData("Hook", true, ConduitKind.Hook)]
    [InlineData("smc", false, ConduitKind.Hvc)]
    public void A_conduit_is_found_by_name(string name, bool isKnown, ConduitKind kind) =>
        Assert.Equal((isKnown, kind), (ConduitNames.TryParse(name, out ConduitKind parsed), parsed));
}
