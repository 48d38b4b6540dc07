namespace HypercallSdk.Guests;

/// <summary>
/// The command line that Xen gave the guest. What Xen hands over says by its first bytes what it is: a device tree with
/// <c>bootargs</c> in <c>/chosen</c>, PV's <c>start_info</c> or PVH's <c>hvm_start_info</c>.
/// </summary>
internal static unsafe class BootArguments
{
    private const uint PvMagic = 0x2D6E6578; // "xen-"
    private const int PvCommandLine = 128;
    private const uint PvhMagic = 0x336EC578;
    private const int PvhCommandLine = 24;

    /// <summary>Whether the command line is exactly this word.</summary>
    public static bool Are(byte* boot, string word) => *(uint*)boot switch
    {
        PvMagic => Matches(boot + PvCommandLine, word),
        PvhMagic => Matches(*(byte**)(boot + PvhCommandLine), word),
        _ => AreOfDeviceTree(boot, word),
    };

    private static bool AreOfDeviceTree(byte* deviceTree, string word) =>
        DeviceTree.Open(deviceTree, DeviceTree.TotalSize(deviceTree), out DeviceTree tree, out _) == DeviceTreeStatus.Ok
        && tree.TryFindPath("/chosen", out DeviceTreeNode chosen)
        && chosen.TryGetProperty("bootargs", out DeviceTreeProperty arguments)
        && arguments.StringEquals(word);

    /// <summary>Whether a text of C's is a word; a guest without a command line may have no text.</summary>
    private static bool Matches(byte* text, string word)
    {
        if (text == null)
        {
            return word.Length == 0;
        }

        for (int index = 0; index < word.Length; index++)
        {
            if (text[index] != word[index])
            {
                return false;
            }
        }

        return text[word.Length] == 0;
    }
}
