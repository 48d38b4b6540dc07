using System.Text;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Node names as text.</summary>
internal static unsafe class DeviceTreeNames
{
    /// <summary>The node's name with its unit address; a byte that the specification allows in no name becomes a question mark.</summary>
    public static string Of(DeviceTreeNode node)
    {
        StringBuilder name = new();
        byte* bytes = node.Name;
        for (int index = 0; bytes[index] != 0; index++)
        {
            name.Append(bytes[index] is > 0x20 and < 0x7F ? (char)bytes[index] : '?');
        }

        return name.ToString();
    }

    /// <summary>Whether a node's <c>compatible</c> has the name.</summary>
    public static bool IsCompatible(DeviceTreeNode node, string name) =>
        node.TryGetProperty("compatible", out DeviceTreeProperty compatible) && compatible.StringListContains(name);
}
