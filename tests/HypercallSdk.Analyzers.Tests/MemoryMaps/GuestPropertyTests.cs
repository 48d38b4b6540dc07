using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MemoryMaps;

/// <summary>What the MSBuild properties change.</summary>
public sealed class GuestPropertyTests
{
    [Theory]
    [InlineData("arm-domU", "HCS2003")]
    [InlineData("ARM-DOMU", "HCS2003")]
    [InlineData("arm-dom0", "HCS2000")]
    [InlineData("pdp-11", "HCS2003")]
    [InlineData("", "HCS2003")]
    public Task The_guest_decides_what_is_hidden(string guest, string id) =>
        Guest($"memory.Map({{|{id}:new Gfn(0x39000)|}});", null).With("HypercallGuest", guest).Run();

    [Theory]
    [InlineData("pvh", "0xFEE00", "HCS2004")]
    [InlineData("pvh", "0xFEFF8", "HCS2003")]
    [InlineData("pvh", "0xB0", "HCS2002")]
    [InlineData("pvh", "0xFE700", "HCS2000")]
    [InlineData("pvh", "0x10000000", "HCS2000")] // beyond 40 bits, which only Arm has by default
    [InlineData("pvh", "0x1000000000", "HCS2001")]
    [InlineData("arm-domU", "0x22000", "HCS2004")]
    [InlineData("arm-dom0", "0x22000", "HCS2000")]
    public Task What_lives_there_by_itself_depends_on_the_guest(string guest, string frame, string id) =>
        Guest($"memory.Map({{|{id}:new Gfn({frame})|}});", null).With("HypercallGuest", guest).Run();

    [Fact]
    public Task What_hvmloader_leaves_to_the_guest_is_free() =>
        Guest("memory.Map(new Gfn(0xFE700));", null).With("HypercallGuest", "hvm").Run();

    [Theory]
    [InlineData("4.4", "HCS2004")]
    [InlineData("4.17", "HCS2000")]
    public Task The_oldest_release_decides_which_layouts_there_are(string minimum, string id) => Guest(
        $"memory.Map({{|{id}:new Gfn(0x2c001)|}});", "ram 0x30000000 0x1000 part of virtual PCI's memory")
        .With("HypercallXenMinimum", minimum).Run();

    [Theory]
    [InlineData("36", 0xFFFFFF, 0x1000000)]
    [InlineData("48", 0xFFFFFFFFF, 0x1000000000)]
    [InlineData("41", 0xFFFFFFF, 0x10000000)]
    [InlineData("-40", 0xFFFFFFF, 0x10000000)]
    [InlineData("99999999999999999999", 0xFFFFFFF, 0x10000000)]
    [InlineData("", 0xFFFFFFF, 0x10000000)]
    public Task The_address_width_decides_where_addresses_end(string bits, long last, long beyond) =>
        Ends(last, beyond, null).With("HypercallAddressBits", bits).Run();

    [Theory]
    [InlineData("48", 0xFFFFFF, 0x1000000)]
    [InlineData("32", 0xFFFFF, 0x100000)]
    public Task The_narrower_of_property_and_map_holds(string bits, long last, long beyond) =>
        Ends(last, beyond, "address-bits 36").With("HypercallAddressBits", bits).Run();

    [Fact]
    public Task Without_properties_and_maps_the_magic_pages_and_the_default_width_are_judged() => Guest(
        """
        memory.Map({|HCS2003:new Gfn(0x39000)|});
        memory.Map({|HCS2001:new Gfn(0x10000000)|});
        memory.Map({|HCS2000:new Gfn(0x40000)|});
        """, null).Run();

    [Fact]
    public Task A_wide_guest_can_have_memory_at_the_very_top() => Guest(
        "memory.Map({|HCS2002:new Gfn(0xFFFFFFFFFF)|});", "ram 0xffffffffff000 0x1000 /memory\naddress-bits 52")
        .With("HypercallAddressBits", "52").Run();

    private static GuestTest<MapTargetAnalyzer> Ends(long last, long beyond, string? map) => Guest(
        $"memory.Map({{|HCS2000:new Gfn(0x{last:x})|}}); memory.Map({{|HCS2001:new Gfn(0x{beyond:x})|}});", map);

    private static GuestTest<MapTargetAnalyzer> Guest(string statements, string? map) =>
        new() { Guest = GuestSource.Method(statements), Map = map };
}
