using System.Text;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

public sealed unsafe class DeviceTreeNavigationTests
{
    [Theory]
    [InlineData("/", "")]
    [InlineData("/hypervisor", "hypervisor")]
    [InlineData("/memory@40000000", "memory@40000000")]
    [InlineData("/memory", "memory@40000000")]
    [InlineData("/cpus/cpu@0", "cpu@0")]
    [InlineData("/cpus/cpu", "cpu@0")]
    public void A_path_finds_its_node(string path, string name)
    {
        using OpenTree tree = OpenTree.Valid(SampleTrees.DomU());
        Assert.True(tree.Tree.TryFindPath(path, out DeviceTreeNode node));
        Assert.Equal(name, NameOf(node));
        Assert.True(node.NameEquals(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hypervisor")]
    [InlineData("/hyper")]
    [InlineData("/hypervisors")]
    [InlineData("/memory@40000001")]
    [InlineData("/memory@")]
    [InlineData("/memory@4")]
    [InlineData("//hypervisor")]
    [InlineData("/hypervisor/child")]
    [InlineData("/cpu@0")]
    public void A_path_that_is_not_there_finds_nothing(string path)
    {
        using OpenTree tree = OpenTree.Valid(SampleTrees.DomU());
        Assert.False(tree.Tree.TryFindPath(path, out _));
    }

    [Theory]
    [InlineData("xen,xenvm", "")]
    [InlineData("xen,xen", "hypervisor")]
    [InlineData("arm,sbsa-uart", "sbsa-uart@22000000")]
    public void A_compatible_string_finds_the_first_node_that_lists_it(string compatible, string name)
    {
        using OpenTree tree = OpenTree.Valid(SampleTrees.DomU());
        Assert.True(tree.Tree.TryFindCompatible(compatible, out DeviceTreeNode node));
        Assert.Equal(name, NameOf(node));
    }

    [Theory]
    [InlineData("xen,xe")]
    [InlineData("xen,xenn")]
    [InlineData("XEN,XEN")]
    [InlineData("cpu")]
    public void A_compatible_string_that_nobody_lists_finds_nothing(string compatible)
    {
        using OpenTree tree = OpenTree.Valid(SampleTrees.DomU());
        Assert.False(tree.Tree.TryFindCompatible(compatible, out _));
    }

    [Fact]
    public void A_node_found_by_compatible_knows_its_parents_cells()
    {
        using OpenTree tree = OpenTree.Valid(new FdtWriter()
            .Begin(string.Empty).Cells("#address-cells", 1).Cells("#size-cells", 1)
                .Begin("a").Cells("#address-cells", 3).Begin("x").End().End()
                .Begin("b").Cells("#size-cells", 0)
                    .Begin("c").Cells("#address-cells", 5).End()
                    .Begin("d").Text("compatible", "target").End()
                .End()
            .End().ToTree());
        Assert.True(tree.Tree.TryFindCompatible("target", out DeviceTreeNode node));
        Assert.Equal((2u, 0u), (node.AddressCells, node.SizeCells));
    }

    [Fact]
    public void A_compatible_inside_the_value_of_another_property_is_not_one()
    {
        using OpenTree tree = OpenTree.Valid(new FdtWriter()
            .Begin(string.Empty).Text("model", "xen,xen").Text("compatible-with", "xen,xen").End().ToTree());
        Assert.False(tree.Tree.TryFindCompatible("xen,xen", out _));
    }

    [Fact]
    public void Nothing_tokens_are_stepped_over_everywhere()
    {
        FdtWriter writer = new FdtWriter().Token(FdtWriter.NopToken).Begin(string.Empty).Token(FdtWriter.NopToken);
        writer.Cells("a", 1).Token(FdtWriter.NopToken).Cells("b", 2).Token(FdtWriter.NopToken).Begin("x")
            .Token(FdtWriter.NopToken).End().Token(FdtWriter.NopToken).Begin("y").End().Token(FdtWriter.NopToken).End();
        using OpenTree tree = OpenTree.Valid(writer.Token(FdtWriter.NopToken).ToTree());
        Assert.True(tree.Tree.Root.TryGetProperty("b", out _));
        Assert.True(tree.Tree.TryFindPath("/y", out DeviceTreeNode last));
        Assert.False(last.TryGetNextSibling(out _));
        Assert.False(last.TryGetFirstChild(out _));
        Assert.False(last.TryGetFirstProperty(out _));
        Assert.False(tree.Tree.Root.TryGetNextSibling(out _));
    }

    [Fact]
    public void Cells_are_read_only_where_they_are()
    {
        using OpenTree tree = OpenTree.Valid(new FdtWriter()
            .Begin(string.Empty).Cells("p", 1, 2, 3).Property("odd", [0, 0, 0, 7, 9]).End().ToTree());
        Assert.True(tree.Tree.Root.TryGetProperty("p", out DeviceTreeProperty property));
        Assert.True(property.TryReadU32(2, out uint third));
        Assert.Equal(3u, third);
        Assert.False(property.TryReadU32(3, out _));
        Assert.False(property.TryReadU32(0x40000000, out _));
        Assert.True(property.TryReadCells(1, 2, out ulong pair));
        Assert.Equal(0x2_0000_0003u, pair);
        Assert.True(property.TryReadCells(3, 0, out ulong none));
        Assert.Equal(0u, none);
        Assert.False(property.TryReadCells(0, 3, out _));
        Assert.False(property.TryReadCells(2, 2, out _));
        Assert.False(property.TryReadCells(0xFFFFFFFF, 2, out _));
        Assert.True(tree.Tree.Root.TryGetProperty("odd", out DeviceTreeProperty odd));
        Assert.False(odd.TryReadU32(1, out _));
    }

    [Fact]
    public void Strings_are_compared_with_their_terminators()
    {
        using OpenTree tree = OpenTree.Valid(new FdtWriter()
            .Begin(string.Empty)
                .Text("one", "okay")
                .Text("two", "okay", "b")
                .Property("bare", "okay"u8.ToArray())
                .Property("empty", [])
            .End().ToTree());
        Assert.True(Get(tree, "one").StringEquals("okay"));
        Assert.False(Get(tree, "one").StringEquals("oka"));
        Assert.False(Get(tree, "two").StringEquals("okay"));
        Assert.True(Get(tree, "two").StringListContains("b"));
        Assert.False(Get(tree, "bare").StringEquals("okay"));
        Assert.False(Get(tree, "bare").StringEquals("oka"));
        Assert.False(Get(tree, "bare").StringListContains("okay"));
        Assert.False(Get(tree, "empty").StringListContains(string.Empty));
    }

    private static DeviceTreeProperty Get(OpenTree tree, string name)
    {
        Assert.True(tree.Tree.Root.TryGetProperty(name, out DeviceTreeProperty property));
        return property;
    }

    private static string NameOf(DeviceTreeNode node) => Encoding.ASCII.GetString(node.Name, (int)node.NameLength);
}
