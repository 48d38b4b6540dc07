using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MemoryMaps;

/// <summary>HCS0906, and what becomes of the addresses when a map cannot be read.</summary>
public sealed class MemoryMapAnalyzerTests
{
    private const string Good = "ram 0x40000000 0x4000000 /memory";

    [Theory]
    [InlineData("ran 0x40000000 0x4000000 /memory", 1, 1, "'ran'")]
    [InlineData("# comment\n\n  ram 0x4000000z 0x4000000 /memory", 3, 7, "'0x4000000z'")]
    [InlineData("ram 0x40000000", 1, 15, "size")]
    [InlineData("ram 0xffffffffffffffff 0x2 /memory", 1, 24, "2^64")]
    [InlineData("address-bits 41", 1, 14, "'41'")]
    [InlineData("ram 0x40000000 0x4000000 /memory\r\nram 0x40000000 0 /memory\r\n", 2, 16, "size is 0")]
    [InlineData("\u0001\u0002\u0003", 1, 1, "begins no line")]
    public async Task A_mistake_is_reported_at_its_line_and_column(string map, int line, int column, string cause)
    {
        Diagnostic diagnostic = Assert.Single(await MemoryMapRun.Diagnostics(map));

        Assert.Equal("HCS0906", diagnostic.Id);
        Assert.Equal("/project/board.memmap", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal((line, column), Start(diagnostic));
        Assert.Contains(cause, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_message_says_cause_and_mend()
    {
        Diagnostic diagnostic = Assert.Single(await MemoryMapRun.Diagnostics("address-bits 41"));

        Assert.Equal(
            "The memory map cannot be used, and no address is judged by it: "
            + "'41' is not the width of a guest physical address; write 32, 36, 40, 42, 44, 48 or 52",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public async Task Every_mistake_is_reported_once() =>
        Assert.Equal(2, (await MemoryMapRun.Diagnostics("ran 1 1 a\nrom 1 1 b\n" + Good)).Length);

    [Theory]
    [InlineData("")]
    [InlineData(Good)]
    [InlineData(GuestSource.Map)]
    public async Task A_good_map_is_silent(string map) => Assert.Empty(await MemoryMapRun.Diagnostics(map));

    [Fact]
    public async Task A_file_that_is_no_memory_map_is_not_read() =>
        Assert.Empty(await MemoryMapRun.Diagnostics("ran 1 1 a", isMemoryMap: false));

    [Fact]
    public async Task A_file_that_cannot_be_read_is_reported()
    {
        Diagnostic diagnostic = Assert.Single(await MemoryMapRun.Diagnostics(null));

        Assert.Equal((1, 1), Start(diagnostic));
        Assert.Contains("cannot be read as text", diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task A_map_with_a_mistake_is_not_used_and_the_others_are()
    {
        GuestTest<MapTargetAnalyzer> test = new()
        {
            Guest = GuestSource.Method(
                "memory.Map({|HCS2000:new Gfn(0x50000)|}); memory.Map({|HCS2002:new Gfn(0x40000)|});"),
        };
        return test.AddMap("bad.memmap", "ram 0x50000000 0x1000 /memory\nnonsense").AddMap("good.memmap", Good).Run();
    }

    [Fact]
    public async Task A_mistake_in_device_tree_source_is_reported_where_it_is_typed()
    {
        ImmutableArray<Diagnostic> diagnostics = await MemoryMapRun.Diagnostics(
            new MemoryMapAnalyzer(), [], ("board.dts", "/dts-v1/;\n/ {\n  a = <GIC_SPI>;\n};\n"));
        Diagnostic diagnostic = Assert.Single(diagnostics);

        Assert.Equal(("HCS0906", (3, 8)), (diagnostic.Id, Start(diagnostic)));
        Assert.Equal("/project/board.dts", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal("GIC_SPI>;".Length, diagnostic.Location.SourceSpan.Length);
    }

    [Fact]
    public Task Device_tree_source_is_judged_by()
    {
        GuestTest<MapTargetAnalyzer> test = new()
        {
            Guest = GuestSource.Method("memory.Map({|HCS2002:new Gfn(0x40000)|}); memory.Map({|HCS2004:new Gfn(0x9000)|});"),
        };
        return test.AddMap(
            "board.dts",
            """
            /dts-v1/;
            / {
                memory@40000000 { device_type = "memory"; reg = <0 0x40000000 0x4000000>; };
                serial@9000000 { reg = <0 0x9000000 0x1000>; };
            };
            """).Run();
    }

    [Fact]
    public Task Several_maps_are_one()
    {
        GuestTest<MapTargetAnalyzer> test = new()
        {
            Guest = GuestSource.Method(
                """
                memory.Map({|HCS2002:new Gfn(0x40000)|});
                memory.Map({|HCS2004:new Gfn(0x9000)|});
                memory.Map(new Gfn(0x38000));
                memory.Map({|HCS2001:new Gfn(0x1000000)|});
                """),
        };
        return test
            .AddMap("board.memmap", Good + "\naddress-bits 40\ngrant-table 0x38000000 0x1000000 /hypervisor")
            .AddMap("extra.memmap", "device 0x9000000 0x1000 /uart\naddress-bits 36")
            .Run();
    }

    private static (int Line, int Column) Start(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
