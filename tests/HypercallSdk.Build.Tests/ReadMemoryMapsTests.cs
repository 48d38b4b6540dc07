using System;
using System.IO;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Tests.DeviceTrees;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xunit;

namespace HypercallSdk.Build.Tests;

public sealed class ReadMemoryMapsTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly RecordingEngine _engine = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_device_tree_becomes_text_that_says_the_same()
    {
        ITaskItem file = Assert.Single(Succeed(_project.Write("board.dtb", SampleTrees.DomU())));
        MemoryMap? read = MemoryMapText.Parse(File.ReadAllText(file.ItemSpec), file.ItemSpec).Map;
        Assert.Equal(DeviceTreeMemoryMap.Read(SampleTrees.DomU(), "board.dtb").Map?.Regions, read?.Regions);
        Assert.Matches(@"^board-[0-9a-f]{8}\.memmap$", Path.GetFileName(file.ItemSpec));
        Assert.Equal(_project.PathOf("obj"), Path.GetDirectoryName(file.ItemSpec));
    }

    [Fact]
    public void Text_is_passed_on_as_it_is()
    {
        ITaskItem file = Assert.Single(Succeed(_project.Write("hand.memmap", "ram 0x40000000 64M memory\n")));
        Assert.Equal(_project.PathOf("hand.memmap"), file.ItemSpec);
        Assert.False(Directory.Exists(_project.PathOf("obj")));
    }

    [Fact]
    public void Device_tree_source_is_passed_on_as_it_is()
    {
        ITaskItem file = Assert.Single(Succeed(_project.Write("board.DTS", "/dts-v1/; / { };")));
        Assert.Equal(_project.PathOf("board.DTS"), file.ItemSpec);
    }

    [Fact]
    public void A_mistake_in_device_tree_source_has_its_line_and_column()
    {
        BuildErrorEventArgs error = Fail(
            BuildErrorCodes.BadMemoryMapText, _project.Write("board.dts", "/dts-v1/;\n/ {\n  soc { ranges = <1>; };\n};\n"));
        Assert.Equal((_project.PathOf("board.dts"), 3, 3), (error.File, error.LineNumber, error.ColumnNumber));
        Assert.StartsWith("at /soc: its ranges is not whole entries", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_what_was_included_has_the_file_that_the_preprocessor_names()
    {
        BuildErrorEventArgs error = Fail(
            BuildErrorCodes.BadMemoryMapText, _project.Write("board.dts", "/dts-v1/;\n# 41 \"arch/soc.dtsi\" 1\n\n/ { a = <B>; };\n"));
        Assert.Equal(("arch/soc.dtsi", 42, 10), (error.File, error.LineNumber, error.ColumnNumber));
    }

    [Theory]
    [InlineData("%41;")]
    [InlineData("100%")]
    public void A_folder_may_have_a_name_that_means_something_to_MSBuild(string folder)
    {
        Directory.CreateDirectory(_project.PathOf(folder));
        string text = _project.Write(folder + "/hand.memmap", "ram 0x40000000 64M memory\n");
        TaskItem item = new(text.Replace("%", "%25", StringComparison.Ordinal));
        Assert.Equal(_project.PathOf(text), Assert.Single(Succeed(item)).ItemSpec);
    }

    [Fact]
    public void An_items_metadata_is_kept()
    {
        TaskItem item = new(_project.Write("board.DTB", SampleTrees.DomU()));
        item.SetMetadata("Board", "virt");
        Assert.Equal("virt", Assert.Single(Succeed(item)).GetMetadata("Board"));
    }

    [Fact]
    public void The_text_is_written_again_only_when_it_differs()
    {
        string map = _project.Write("board.dtb", SampleTrees.DomU());
        string text = Succeed(map)[0].ItemSpec;
        DateTime past = new(2021, 7, 28, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(text, past);

        Assert.Equal(text, Succeed(map)[0].ItemSpec);
        Assert.Equal(past, File.GetLastWriteTimeUtc(text));

        _project.Write("board.dtb", SampleTrees.Board());
        Assert.Equal(text, Succeed(map)[0].ItemSpec);
        Assert.NotEqual(past, File.GetLastWriteTimeUtc(text));
    }

    [Fact]
    public void Two_trees_of_one_name_do_not_overwrite_each_other()
    {
        Directory.CreateDirectory(_project.PathOf("a"));
        Directory.CreateDirectory(_project.PathOf("b"));
        ITaskItem[] files = Succeed(
            _project.Write("a/board.dtb", SampleTrees.DomU()), _project.Write("b/board.dtb", SampleTrees.Board()));
        Assert.NotEqual(files[0].ItemSpec, files[1].ItemSpec);
    }

    [Fact]
    public void The_texts_name_is_the_same_in_every_process()
    {
        string text = Succeed(_project.Write("board.dtb", SampleTrees.DomU()))[0].ItemSpec;
        // FNV-1a of "board.dtb", computed apart from this code.
        Assert.Equal("board-8af51f97.memmap", Path.GetFileName(text));
    }

    [Fact]
    public void A_missing_file_names_the_project_and_where_it_was_looked_for()
    {
        BuildErrorEventArgs error = Fail(BuildErrorCodes.MissingMemoryMap, "maps/board.dtb");
        Assert.Equal(_project.ProjectFile, error.File);
        Assert.Equal(
            $"there is no memory map 'maps/board.dtb' (looked for {_project.PathOf("maps/board.dtb")}); "
            + "correct the HypercallMemoryMap item, or make the file before the build",
            error.Message);
    }

    [Theory]
    [InlineData("board.dtsi", "name the .dts that includes it, expanded: cpp -nostdinc")]
    [InlineData("board.bin", "name a device tree (.dtb, or .dts with its includes expanded) or a memory map in text (.memmap)")]
    [InlineData("board", "name a device tree (.dtb, or .dts with its includes expanded) or a memory map in text (.memmap)")]
    public void Another_kind_of_file_is_refused(string name, string mend)
    {
        BuildErrorEventArgs error = Fail(BuildErrorCodes.UnknownMemoryMapKind, _project.Write(name, "x"));
        Assert.Equal(_project.ProjectFile, error.File);
        Assert.Contains($"'{name}' is no .dtb, .dts or .memmap file", error.Message, StringComparison.Ordinal);
        Assert.Contains(mend, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_device_tree_names_the_file_and_the_byte()
    {
        BuildErrorEventArgs error = Fail(
            BuildErrorCodes.CorruptDeviceTree, _project.Write("board.dtb", SampleTrees.DomU()[..200]));
        Assert.Equal(_project.PathOf("board.dtb"), error.File);
        Assert.Equal(
            "at byte 0x4: the file ends before the device tree's header says it does; "
            + "copy the whole file again, or compile it again with: dtc -I dts -O dtb",
            error.Message);
    }

    [Fact]
    public void An_empty_device_tree_is_truncated() =>
        Fail(BuildErrorCodes.CorruptDeviceTree, _project.Write("board.dtb", string.Empty));

    [Fact]
    public void A_device_tree_that_contradicts_itself_names_the_node()
    {
        byte[] blob = new FdtWriter().Begin(string.Empty).Begin("uart@{0}").Cells("reg", 1).End().End().ToTree();
        BuildErrorEventArgs error = Fail(BuildErrorCodes.CorruptDeviceTree, _project.Write("board.dtb", blob));
        Assert.StartsWith("at /uart@{0}: its reg has 4 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_malformed_line_is_an_error_with_its_line_and_column()
    {
        _project.Write("hand.memmap", "ram 0 4K ok\nram 0 zero x\n  rom 0 4K x\n");
        Assert.False(Run(out _, new TaskItem("hand.memmap")));
        Assert.Equal([BuildErrorCodes.BadMemoryMapText, BuildErrorCodes.BadMemoryMapText], _engine.Codes);
        Assert.All(_engine.Errors, error => Assert.Equal(_project.PathOf("hand.memmap"), error.File));
        Assert.Equal([(2, 7), (3, 3)], _engine.Errors.Select(static error => (error.LineNumber, error.ColumnNumber)));
        Assert.Equal(
            "the size 'zero' is not a number of bytes below 2^64; write it as 0x4000000, 67108864 or 64M",
            _engine.Errors[0].Message);
    }

    [Fact]
    public void One_bad_map_does_not_hide_another()
    {
        _project.Write("good.memmap", "ram 0 4K ok\n");
        Assert.False(Run(out ITaskItem[] files, new TaskItem("no.dtb"), new TaskItem("good.memmap"), new TaskItem("no.memmap")));
        Assert.Equal([BuildErrorCodes.MissingMemoryMap, BuildErrorCodes.MissingMemoryMap], _engine.Codes);
        Assert.Single(files);
    }

    [Theory]
    [InlineData("maps.dtb")]
    [InlineData("maps")]
    public void A_directory_is_not_a_map(string name)
    {
        Directory.CreateDirectory(_project.PathOf(name));
        BuildErrorEventArgs error = Fail(BuildErrorCodes.InaccessibleFile, name);
        Assert.Contains($"'{name}' cannot be read or turned into text: it is a directory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_cannot_exist_is_an_error() => Fail(BuildErrorCodes.InaccessibleFile, "a\0b.dtb");

    [Fact]
    public void A_result_that_cannot_be_written_is_an_error()
    {
        _project.Write("obj", "a file where the directory should be");
        Fail(BuildErrorCodes.InaccessibleFile, _project.Write("board.dtb", SampleTrees.DomU()));
    }

    [Fact]
    public void Without_maps_there_is_nothing_to_do() => Assert.Empty(Succeed(Array.Empty<ITaskItem>()));

    private ITaskItem[] Succeed(params string[] items) =>
        Succeed([.. items.Select(static item => (ITaskItem)new TaskItem(item))]);

    private ITaskItem[] Succeed(params ITaskItem[] items)
    {
        Assert.True(Run(out ITaskItem[] files, items), string.Join('\n', _engine.Errors.Select(static error => error.Message)));
        return files;
    }

    private BuildErrorEventArgs Fail(string code, string item)
    {
        Assert.False(Run(out ITaskItem[] files, new TaskItem(item)));
        Assert.Empty(files);
        return _engine.Only(code);
    }

    private bool Run(out ITaskItem[] files, params ITaskItem[] items)
    {
        ReadMemoryMaps task = new()
        {
            BuildEngine = _engine,
            MemoryMaps = items,
            OutputDirectory = "obj",
            ProjectFile = _project.ProjectFile,
        };
        bool isDone = task.Execute();
        files = task.AdditionalFiles;
        return isDone;
    }
}
