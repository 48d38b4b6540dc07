namespace HypercallSdk.Model.AddressSpace;

/// <summary>What is wrong with a blob that is no device tree, in words.</summary>
internal static class DeviceTreeFaults
{
    private const string Recompile = "compile it again with: dtc -I dts -O dtb";

    /// <summary>The cause, as a sentence without a full stop.</summary>
    public static string CauseOf(DeviceTreeStatus status) => status switch
    {
        DeviceTreeStatus.Truncated => "the file ends before the device tree's header says it does",
        DeviceTreeStatus.BadMagic => "the file does not begin with 0xd00dfeed, so it is no flattened device tree",
        DeviceTreeStatus.UnsupportedVersion => "the device tree's format version is not 16 or 17",
        DeviceTreeStatus.BadBlockOffset => "the header places a block outside the device tree",
        DeviceTreeStatus.BadReservation => "the memory reservation block has no terminating entry",
        DeviceTreeStatus.BadToken => "the structure block holds a token that does not belong there",
        DeviceTreeStatus.PropertyAfterNode => "a property follows a child node",
        DeviceTreeStatus.BadNodeName => "a node's name is not terminated",
        DeviceTreeStatus.BadPropertyName => "a property's name lies outside the strings block",
        DeviceTreeStatus.BadPropertyLength => "a property's value runs past the end of the structure block",
        DeviceTreeStatus.TooDeep => "nodes are nested more than 64 deep",
        DeviceTreeStatus.MissingEnd => "the structure block ends without an end token",
        _ => "the device tree cannot be read",
    };

    /// <summary>What to do about it, as a sentence without a full stop.</summary>
    public static string MendOf(DeviceTreeStatus status) => status switch
    {
        DeviceTreeStatus.Truncated => $"copy the whole file again, or {Recompile}",
        DeviceTreeStatus.BadMagic => $"give a binary device tree; from source, {Recompile}",
        DeviceTreeStatus.UnsupportedVersion => $"{Recompile} -V 17",
        _ => $"the file is damaged: {Recompile}",
    };
}
