using System.IO;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>
/// What our reader sees is what dtc sees: everything it visits is written as source, compiled by dtc, and decompiled by dtc
/// beside the original.
/// </summary>
public sealed unsafe class DeviceTreeCompilerTests
{
    [Fact]
    public void The_writer_of_these_tests_makes_trees_that_dtc_reads()
    {
        AssertSameAsDtc(SampleTrees.DomU());
        AssertSameAsDtc(SampleTrees.Board());
    }

    [Fact]
    public void The_tree_of_QEMUs_virt_board_reads_as_dtc_reads_it() => AssertSameAsDtc(OutsideTool.DumpVirtBoard());

    [Theory]
    [InlineData("16")]
    [InlineData("17")]
    public void Both_versions_that_dtc_writes_are_read(string version)
    {
        using TemporaryFolder directory = new();
        string input = directory.Write("tree.dtb", SampleTrees.DomU());
        string output = directory.PathOf("out.dtb");
        OutsideTool.Run("dtc", "-q", "-I", "dtb", "-O", "dtb", "-V", version, "-o", output, input);
        AssertSameAsDtc(File.ReadAllBytes(output));
    }

    [Fact]
    public void A_tree_that_dtc_calls_too_old_is_refused()
    {
        using TemporaryFolder directory = new();
        string input = directory.Write("tree.dtb", SampleTrees.DomU());
        string output = directory.PathOf("out.dtb");
        OutsideTool.Run("dtc", "-q", "-I", "dtb", "-O", "dtb", "-V", "3", "-o", output, input);
        using OpenTree tree = new(File.ReadAllBytes(output));
        Assert.Equal(DeviceTreeStatus.UnsupportedVersion, tree.Status);
    }

    private static void AssertSameAsDtc(byte[] blob)
    {
        using OpenTree tree = OpenTree.Valid(blob);
        string source = new TreeWalker(tree.Blob, (uint)blob.Length).Walk(tree.Tree);
        Assert.Equal(OutsideTool.Decompile(blob), OutsideTool.Decompile(OutsideTool.Compile(source)));
    }
}
