using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MemoryMaps;

/// <summary>HCS0030 to HCS0034, at the line of the later of two.</summary>
public sealed class ContradictionAnalyzerTests
{
    private const string Ram = "ram 0x40000000 128M memory";

    [Theory]
    [InlineData(
        Ram + "\n\n  grant-table 0x44000000 16M /hypervisor[0]", "# nothing",
        "HCS0030 board.memmap(3): /hypervisor[0] (0x44000000-0x44ffffff, board.memmap) overlaps memory (0x40000000-0x47ffffff, board.memmap)")]
    [InlineData(
        "extended 0x44000000 16M free", "# later\n" + Ram,
        "HCS0030 extra.memmap(2): memory (0x40000000-0x47ffffff, extra.memmap) overlaps free (0x44000000-0x44ffffff, board.memmap)")]
    [InlineData("extended 0x39000000 2M free", "", "HCS0030 board.memmap(1): free (0x39000000-0x391fffff, board.memmap) overlaps Xen's magic pages")]
    [InlineData(
        "ram 0xfff0000000 256M low\nram 0xfff0000000 257M high", "",
        "HCS0031 board.memmap(2): high (0xfff0000000-0x100000fffff, board.memmap) ends beyond the guest's 40-bit addresses")]
    [InlineData("address-bits 32", "ram 4G 1G high", "HCS0031 extra.memmap(1): high (0x100000000-0x13fffffff, extra.memmap) ends beyond the guest's 32-bit")]
    [InlineData(
        Ram, "device 0x40000000 4K doorbell",
        "HCS0032 extra.memmap(1): doorbell (0x40000000-0x40000fff, extra.memmap) overlaps memory (0x40000000-0x47ffffff, board.memmap)")]
    [InlineData(
        "device 0x9000000 4K /serial", "device 0x9010000 4K /serial",
        "HCS0033 extra.memmap(1): /serial (0x9010000-0x9010fff, extra.memmap) is in another place than /serial (0x9000000-0x9000fff, board.memmap)")]
    [InlineData(
        "extended 0x44000000 64M /hypervisor[1]\nextended 0x200100000 64M /hypervisor[2]", "",
        "HCS0034 board.memmap(2): /hypervisor[2] (0x200100000-0x2040fffff, board.memmap): it begins between multiples of 2 MiB; the regions")]
    [InlineData("extended 0x44000000 65M /hypervisor[1]", "", "HCS0034 board.memmap(1): /hypervisor[1] (0x44000000-0x480fffff, board.memmap): it ends")]
    [InlineData("extended 0x44000000 62M /hypervisor[1]", "", "HCS0034 board.memmap(1): /hypervisor[1] (0x44000000-0x47dfffff, board.memmap): it is shorter")]
    public async Task A_contradiction_is_told_at_the_later_line_and_names_the_earlier(string board, string extra, string expected) =>
        Assert.StartsWith(expected, Assert.Single(await Lines([], ("board.memmap", board), ("extra.memmap", extra))));

    [Fact]
    public async Task In_source_it_is_told_at_the_nodes_line_in_the_file_that_the_preprocessor_names()
    {
        const string Source = "/dts-v1/;\n# 7 \"xen.dtsi\"\n/ {\n\tu@40001000 { reg = <0 0x40001000 0x1000>; };\n};\n";
        Assert.StartsWith(
            "HCS0032 xen.dtsi(8): /u@40001000 (0x40001000-0x40001fff, board.dts) overlaps memory",
            Assert.Single(await Lines([], ("board.memmap", Ram), ("board.dts", Source))));
    }

    [Theory]
    [InlineData("pvh", "extended 0xfee00000 4K free", "the local APIC")]
    [InlineData("hvm", "grant-table 0xfe000000 8M free", "hvmloader's tables")]
    public async Task What_an_x86_guest_has_by_itself_is_contradicted_too(string guest, string map, string name) =>
        Assert.Contains(name, Assert.Single(await Lines(new() { ["HypercallGuest"] = guest }, ("board.memmap", map))));

    [Theory]
    [InlineData("arm-domU", GuestSource.Map, "")]
    [InlineData("arm-domU", Ram + "\ndevice 0x40000000 4K doorbell", "")]
    [InlineData("arm-domU", "extended 0x22000000 2M free", "")] // Xen's layout is a habit
    [InlineData("arm-dom0", "extended 0x39000000 2M free", "")]
    [InlineData("hvm", "extended 0xfe700000 1M free", "")]
    [InlineData("arm-domU", "extended 0x44001000 4K free", "")]
    [InlineData("arm-domU", "grant-table 0x38000000 256K /hypervisor[0]\nextended 0x44000000 64M /hypervisor[1]", "")]
    [InlineData("arm-dom0", "extended 0x200000 66M /hypervisor[1]", "")]
    [InlineData("arm-domU", "ram 0xfff0000000 256M to the last address of 40 bits", "")]
    [InlineData("pvh", "ram 0x10000000000 1G beyond 40 bits", "")]
    [InlineData("arm-domU", Ram, Ram)]
    [InlineData("arm-domU", Ram, "reserved 0x40000000 4K page\ndevice 0x40000000 4K doorbell")]
    [InlineData("arm-domU", Ram, "device 0x48000000 4K memory")]
    [InlineData("arm-domU", Ram, "extended 0x44000000 16M free\nnot a map")]
    public async Task What_is_no_contradiction_is_silent(string guest, string board, string extra) =>
        Assert.Empty(await Lines(new() { ["HypercallGuest"] = guest }, ("board.memmap", board), ("extra.memmap", extra)));

    private static async Task<IEnumerable<string>> Lines(Dictionary<string, string> properties, params (string Path, string Text)[] maps)
    {
        ImmutableArray<Diagnostic> diagnostics = await MemoryMapRun.Diagnostics(new ContradictionAnalyzer(), properties, maps);
        return diagnostics.Select(static diagnostic =>
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            string file = place.Path.Replace("/project/", string.Empty, System.StringComparison.Ordinal);
            string text = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            return $"{diagnostic.Id} {file}({place.StartLinePosition.Line + 1}): {text}";
        });
    }
}
