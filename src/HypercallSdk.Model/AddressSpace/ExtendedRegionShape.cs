namespace HypercallSdk.Model.AddressSpace;

/// <summary>How Xen on Arm makes the extended regions of <c>/hypervisor</c>, since 4.16.</summary>
public static class ExtendedRegionShape
{
    /// <summary>In bytes: where a region may begin and end.</summary>
    private const ulong Alignment = 0x20_0000;

    /// <summary>In bytes: the smallest region that is worth telling of.</summary>
    private const ulong Minimum = 0x400_0000;

    /// <summary>What speaks against a region as one that Xen made; null when nothing does, and of a region that a person describes.</summary>
    public static string? Fault(Region region) =>
        region.Kind != RegionKind.Extended || !IsEntryOfNode(region) ? null
            : region.Start % Alignment != 0 ? "it begins between multiples of 2 MiB"
            : region.Size % Alignment != 0 ? "it ends between multiples of 2 MiB"
            : region.Size < Minimum ? "it is shorter than 64 MiB"
            : null;

    /// <summary>Whether the name is that of an entry of a node's <c>reg</c>, and not what a person calls a region.</summary>
    private static bool IsEntryOfNode(Region region) => region.Name is ['/', .., ']'];
}
