namespace HypercallSdk.Guests;

/// <summary>The command line that Xen gave the guest: <c>bootargs</c> in the device tree's <c>/chosen</c>.</summary>
internal static unsafe class BootArguments
{
    /// <summary>Whether the command line is exactly this word.</summary>
    public static bool Are(byte* deviceTree, string word) =>
        DeviceTree.Open(deviceTree, DeviceTree.TotalSize(deviceTree), out DeviceTree tree, out _) == DeviceTreeStatus.Ok
        && tree.TryFindPath("/chosen", out DeviceTreeNode chosen)
        && chosen.TryGetProperty("bootargs", out DeviceTreeProperty arguments)
        && arguments.StringEquals(word);
}
