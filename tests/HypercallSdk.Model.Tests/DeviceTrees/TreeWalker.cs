using System.Globalization;
using System.Text;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>Visits everything that a tree offers and writes it as device tree source.</summary>
internal sealed unsafe class TreeWalker
{
    private readonly byte* _blob;
    private readonly uint _length;
    private readonly StringBuilder _source = new("/dts-v1/;\n");
    private int _steps;

    /// <param name="blob">The blob that the tree lies in.</param>
    /// <param name="length">Its bytes.</param>
    public TreeWalker(byte* blob, uint length)
    {
        _blob = blob;
        _length = length;
    }

    public string Walk(DeviceTree tree)
    {
        for (uint index = 0; index < tree.Reservations.Count; index++)
        {
            AddressRange range = tree.Reservations.Get(index);
            _source.Append(CultureInfo.InvariantCulture, $"/memreserve/ 0x{range.Start.Value:x} 0x{range.Size:x};\n");
        }

        Walk(tree.Root, "/", 1);
        return _source.ToString();
    }

    private void Walk(DeviceTreeNode node, string name, uint depth)
    {
        Assert.True(depth <= DeviceTree.MaximumDepth);
        _source.Append(name).Append(" {\n");
        bool hasProperty = node.TryGetFirstProperty(out DeviceTreeProperty property);
        while (hasProperty)
        {
            Write(property);
            hasProperty = property.TryGetNext(out property);
        }

        bool hasChild = node.TryGetFirstChild(out DeviceTreeNode child);
        while (hasChild)
        {
            Walk(child, TextOf(child.Name, child.NameLength), depth + 1);
            hasChild = child.TryGetNextSibling(out child);
        }

        _source.Append("};\n");
    }

    private void Write(DeviceTreeProperty property)
    {
        _source.Append(TextOf(property.Name, property.NameLength));
        CheckInside(property.Data, property.Length);
        if (property.Length != 0)
        {
            _source.Append(" = [");
            for (uint index = 0; index < property.Length; index++)
            {
                _source.Append(property.Data[index].ToString("x2", CultureInfo.InvariantCulture)).Append(' ');
            }

            _source.Append(']');
        }

        _source.Append(";\n");
    }

    private string TextOf(byte* text, uint length)
    {
        CheckInside(text, length + 1);
        return Encoding.Latin1.GetString(text, (int)length);
    }

    private void CheckInside(byte* data, uint length)
    {
        Assert.True(data >= _blob && data <= _blob + _length && length <= _blob + _length - data, "outside the blob");

        // Every node and property has a token of its own, so that more steps than bytes is a circle.
        Assert.True(++_steps <= _length, "the walk goes round in circles");
    }
}
