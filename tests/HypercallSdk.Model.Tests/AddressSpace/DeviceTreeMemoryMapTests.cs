using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Tests.DeviceTrees;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Model.Tests.AddressSpace;

public sealed class DeviceTreeMemoryMapTests
{
    [Fact]
    public void A_domUs_tree_gives_its_memory_devices_and_free_regions()
    {
        Assert.Equal(
            [
                "Device 3001000+10000 /interrupt-controller@3001000[0]",
                "Device 3020000+1000000 /interrupt-controller@3001000[1]",
                "Device 22000000+1000 /sbsa-uart@22000000",
                "GrantTable 38000000+1000000 /hypervisor[0]",
                "Ram 40000000+4000000 /memory@40000000",
                "ReservedMemory 43000000+800 /chosen (initrd)",
                "Extended 44000000+bc000000 /hypervisor[1]",
                "ReservedMemory 48000000+2000 /memreserve/[0]",
                "Extended 200000000+fe00000000 /hypervisor[2]",
            ],
            Lines(SampleTrees.DomU()));
    }

    [Fact]
    public void Buses_are_translated_and_what_the_CPU_cannot_address_is_left_out()
    {
        Assert.Equal(
            [
                "Device 3f100040+10 /soc/bridge@7e000000/port@1,40",
                "Device 3f201000+1000 /soc/serial@7e201000",
                "Device 3f804000+1000 /soc/i2c@7e804000",
                "Ram 40000000+20000000 /memory@40000000",
                "ReservedMemory 5f000000+800000 /reserved-memory/framebuffer@5f000000",
            ],
            Lines(SampleTrees.Board()));
    }

    [Fact]
    public void The_source_is_the_files_name_and_no_address_width_is_known()
    {
        MemoryMap map = Map(SampleTrees.DomU());
        Assert.All(map.Regions, static region => Assert.Equal("board.dtb", region.Source));
        Assert.Null(map.AddressBits);
    }

    [Fact]
    public void Every_node_of_QEMUs_virt_board_lies_where_fdtget_says()
    {
        byte[] blob = OutsideTool.DumpVirtBoard();
        using TemporaryFolder directory = new();
        string path = directory.Write("virt.dtb", blob);
        string[] nodes = OutsideTool.Run("fdtget", "-l", path, "/").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] expected = [.. nodes.SelectMany(node => FdtGetRegions(path, "/" + node)).Order()];
        string[] actual = [.. Map(blob).Regions
            .Where(static region => !region.Name.Contains("(window", StringComparison.Ordinal))
            .Where(static region => region.Name.LastIndexOf('/') == 0)
            .Select(static region => $"{region.Name.Split('[')[0]} {region.Start:x} {region.Size:x}").Order()];
        Assert.True(expected.Length > 35, $"fdtget found {expected.Length} regions only");
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void The_windows_of_a_PCI_host_bridge_are_where_its_devices_live()
    {
        // QEMU's hw/arm/virt.c: VIRT_PCIE_PIO, VIRT_PCIE_MMIO and VIRT_HIGH_PCIE_MMIO.
        Assert.Equal(
            [
                "Device 10000000+2eff0000 /pcie@10000000 (window 1)",
                "Device 3eff0000+10000 /pcie@10000000 (window 0)",
                "Device 8000000000+8000000000 /pcie@10000000 (window 2)",
            ],
            Lines(OutsideTool.DumpVirtBoard()).Where(static line => line.Contains("(window", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_boot_loader_put_into_memory_for_Xen_and_its_domains_is_reserved()
    {
        byte[] blob = OutsideTool.Compile("""
            /dts-v1/;
            / {
                #address-cells = <2>; #size-cells = <2>;
                chosen {
                    #address-cells = <1>; #size-cells = <1>; ranges;
                    module@49000000 { compatible = "multiboot,kernel", "multiboot,module"; reg = <0x49000000 0x8000>; };
                    old@4a000000 { compatible = "xen,linux-initrd", "xen,multiboot-module"; reg = <0x4a000000 0x1000>; };
                    framebuffer@1000 { compatible = "simple-framebuffer"; reg = <0x1000 0x1000>; };
                    domU1 {
                        compatible = "xen,domain"; #address-cells = <2>; #size-cells = <1>;
                        module@50000000 { compatible = "multiboot,ramdisk", "multiboot,module"; reg = <1 0x50000000 0x2000>; };
                        shared@0 { compatible = "xen,domain-shared-memory-v1"; xen,shared-mem = <0 0x60000000 0 0x10000000 0x3000>; };
                        shared@1 { compatible = "xen,domain-shared-memory-v1"; xen,shared-mem = <0 0x20000000 0x4000>; };
                    };
                };
            };
            """);
        Assert.Equal(
            [
                "ReservedMemory 49000000+8000 /chosen/module@49000000",
                "ReservedMemory 4a000000+1000 /chosen/old@4a000000",
                "ReservedMemory 60000000+3000 /chosen/domU1/shared@0",
                "ReservedMemory 150000000+2000 /chosen/domU1/module@50000000",
            ],
            Lines(blob));
    }

    [Fact]
    public void Shared_memory_that_is_no_range_is_a_problem_at_its_node()
    {
        MemoryMapProblem problem = OnlyProblem(Root(1, 1).Begin("chosen").Begin("shared").Text("compatible", "xen,domain-shared-memory-v1")
            .Cells("xen,shared-mem", 1).End().End().End().ToTree());
        Assert.Equal("/chosen/shared", problem.Place);
    }

    [Fact]
    public void A_name_without_end_is_a_problem_at_its_parent()
    {
        byte[] blob = Root(1, 1).Begin("soc").Begin(new string('a', 255)).End().Begin(new string('b', 256)).End().End().End().ToTree();
        Assert.Equal(("/soc", "the name of a node in it has 256 characters"), (OnlyProblem(blob).Place, OnlyProblem(blob).Cause));
    }

    [Fact]
    public void Memory_that_is_disabled_belongs_to_somebody_else()
    {
        byte[] blob = Root(1, 1).Begin("secram@e000000").Text("device_type", "memory").Text("status", "disabled")
            .Cells("reg", 0xe000000, 0x1000000).End().End().ToTree();
        Assert.Equal(["ReservedMemory e000000+1000000 /secram@e000000"], Lines(blob));
    }

    [Fact]
    public void Empty_entries_say_nothing()
    {
        byte[] blob = Root(1, 1).Begin("a").Cells("reg", 0x1000, 0).End().End().ToTree();
        Assert.Empty(Lines(blob));
    }

    [Fact]
    public void A_range_may_end_at_the_very_top_and_not_beyond()
    {
        Assert.Equal(
            ["Device fffffffffffff000+1000 /a"],
            Lines(Root(2, 1).Begin("a").Cells("reg", 0xFFFFFFFF, 0xFFFFF000, 0x1000).End().End().ToTree()));
        MemoryMapProblem problem = OnlyProblem(
            Root(2, 1).Begin("a").Cells("reg", 0xFFFFFFFF, 0xFFFFF000, 0x1001).End().End().ToTree());
        Assert.Equal("/a", problem.Place);
        Assert.Equal("the range at 0xfffffffffffff000 with size 0x1001 ends beyond 2^64", problem.Cause);
    }

    [Fact]
    public void A_reg_that_is_no_whole_number_of_entries_is_a_problem_at_its_node()
    {
        MemoryMapProblem problem = OnlyProblem(Root(2, 2).Begin("uart@1").Cells("reg", 0, 1, 0).End().End().ToTree());
        Assert.Equal("/uart@1", problem.Place);
        Assert.Equal("its reg has 12 bytes, which is no whole number of entries of 16 bytes", problem.Cause);
        Assert.NotEqual(string.Empty, problem.Mend);
    }

    [Fact]
    public void Memory_whose_cells_cannot_be_read_is_a_problem_at_its_node()
    {
        MemoryMapProblem problem = OnlyProblem(
            Root(3, 1).Begin("memory").Text("device_type", "memory").Cells("reg", 0, 0, 1, 1).End().End().ToTree());
        Assert.Equal(("/memory", "its addresses have 3 cells and its sizes 1"), (problem.Place, problem.Cause));
    }

    [Fact]
    public void Ranges_that_cannot_be_read_are_a_problem_at_their_node()
    {
        MemoryMapProblem problem = OnlyProblem(Root(1, 1).Begin("soc").Cells("ranges", 1, 2, 3).End().End().ToTree());
        Assert.Equal("/soc", problem.Place);
    }

    [Theory]
    [InlineData(new uint[] { 2 }, new uint[] { 1 })]
    [InlineData(new uint[] { 0, 0, 2 }, new uint[] { 4 })]
    [InlineData(new uint[] { 2 }, new uint[0])]
    public void An_initrd_that_is_no_range_is_a_problem(uint[] start, uint[] end)
    {
        MemoryMapProblem problem = OnlyProblem(Root(1, 1).Begin("chosen")
            .Cells("linux,initrd-start", start).Cells("linux,initrd-end", end).End().End().ToTree());
        Assert.Equal("/chosen", problem.Place);
    }

    [Fact]
    public void Every_problem_is_reported_and_no_half_map_is_given()
    {
        MemoryMapResult result = DeviceTreeMemoryMap.Read(
            Root(1, 1).Begin("a").Cells("reg", 1).End().Begin("b").Cells("reg", 1, 1).End().Begin("c").Cells("reg", 1).End()
                .End().ToTree(),
            "board.dtb");
        Assert.Null(result.Map);
        Assert.Equal(["/a", "/c"], result.Problems.Select(static problem => problem.Place));
    }

    [Theory]
    [InlineData(0, "byte 0x0", "the file ends before the device tree's header says it does")]
    [InlineData(39, "byte 0x4", "the file ends before the device tree's header says it does")]
    [InlineData(100, "byte 0x4", "the file ends before the device tree's header says it does")]
    public void A_truncated_file_is_one_problem_with_its_byte(int length, string place, string cause)
    {
        MemoryMapProblem problem = OnlyProblem(SampleTrees.DomU()[..length]);
        Assert.Equal(("board.dtb", place, cause), (Path.GetFileName(problem.Path), problem.Place, problem.Cause));
    }

    [Fact]
    public void Each_fault_of_a_file_says_what_it_is()
    {
        (byte[] Blob, string Words)[] faults =
        [
            ("no device tree"u8.ToArray(), "no flattened device tree"),
            (WithWord(20, 15), "format version"),
            (WithWord(8, 0), "places a block outside"),
            (WithWord(36, 4), "node's name is not terminated"),
            (new FdtWriter().Begin(string.Empty).Token(7).End().ToTree(), "token that does not belong"),
            (new FdtWriter().Begin(string.Empty).Begin("a").End().Cells("x", 1).End().ToTree(), "property follows a child"),
            (new FdtWriter().Begin(string.Empty).Token(3).Token(0).Token(9).End().ToTree(), "outside the strings block"),
            (new FdtWriter().Begin(string.Empty).Token(3).Token(99).Token(0).End().ToTree(), "value runs past the end"),
            (new FdtWriter().Begin(string.Empty).End().ToBlob(), "without an end token"),
        ];
        Assert.All(faults, static fault => Assert.Contains(fault.Words, OnlyProblem(fault.Blob).Cause, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_with_bytes_that_no_name_may_have_stays_readable()
    {
        byte[] blob = Root(1, 1).Begin("a b\n\u00e9").Cells("reg", 0x1000, 1).End().End().ToTree();
        Assert.Equal(["Device 1000+1 /a?b??"], Lines(blob));
    }

    [Fact]
    public void Source_gives_the_regions_of_its_tree_and_their_lines()
    {
        string source = OutsideTool.Decompile(SampleTrees.DomU());
        MemoryMapResult result = DeviceTreeMemoryMap.Read(source, "some/where/board.dtb");
        Assert.Equal(Map(SampleTrees.DomU()).Regions, result.Map?.Regions);
        string[] lines = source.Split('\n');
        Assert.All(result.Places, place => Assert.Contains(
            place.Key.Name.Split('/', '[', ' ')[1], lines[place.Value.Line - 1], StringComparison.Ordinal));
        Assert.Equal(result.Map?.Regions.Count, result.Places.Count);
    }

    [Fact]
    public void A_contradiction_in_source_is_told_at_the_nodes_line()
    {
        MemoryMapResult result = DeviceTreeMemoryMap.Read("/dts-v1/;\n/ {\n  soc {\n    ranges = <1>;\n  };\n};\n", "board.dts");
        MemoryMapProblem problem = Assert.Single(result.Problems);
        Assert.Equal(("board.dts", "/soc", 3, 3), (problem.Path, problem.Place, problem.Line, problem.Column));
    }

    private static byte[] WithWord(int offset, uint value)
    {
        byte[] blob = SampleTrees.DomU();
        BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(offset), value);
        return blob;
    }

    private static FdtWriter Root(uint addressCells, uint sizeCells) =>
        new FdtWriter().Begin(string.Empty).Cells("#address-cells", addressCells).Cells("#size-cells", sizeCells);

    private static MemoryMap Map(byte[] blob)
    {
        MemoryMapResult result = DeviceTreeMemoryMap.Read(blob, "some/where/board.dtb");
        Assert.Empty(result.Problems);
        return Assert.IsType<MemoryMap>(result.Map);
    }

    private static MemoryMapProblem OnlyProblem(byte[] blob)
    {
        MemoryMapResult result = DeviceTreeMemoryMap.Read(blob, "some/where/board.dtb");
        Assert.Null(result.Map);
        return Assert.Single(result.Problems);
    }

    private static string[] Lines(byte[] blob) =>
        [.. Map(blob).Regions.Select(static region => $"{region.Kind} {region.Start:x}+{region.Size:x} {region.Name}")];

    private static string[] FdtGetRegions(string path, string node)
    {
        string output = OutsideTool.Run("fdtget", "-t", "x", "-d", "none", path, node, "reg");
        string[] cells = output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return cells is ["none"]
            ? []
            : [.. cells.Select(static cell => Convert.ToUInt64(cell, 16)).Chunk(4)
                .Select(entry => $"{node} {(entry[0] << 32) | entry[1]:x} {(entry[2] << 32) | entry[3]:x}")];
    }
}
