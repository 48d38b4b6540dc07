namespace HypercallSdk.Model.AddressSpace;

/// <summary>A run of guest physical addresses and what lives there.</summary>
/// <param name="Kind">What lives there.</param>
/// <param name="Start">The first address, in bytes.</param>
/// <param name="Size">The length in bytes; never 0, and <paramref name="Start"/> plus it is at most 2^64.</param>
/// <param name="Name">What to call it in a message: a device tree path such as <c>/memory@40000000</c>.</param>
/// <param name="Source">Who says so: the memory map's file, or the part of Xen's ABI.</param>
public sealed record Region(RegionKind Kind, ulong Start, ulong Size, string Name, string Source)
{
    /// <summary>The last address, in bytes (inclusive: a region may end at the very top).</summary>
    public ulong Last => Start + (Size - 1);

    /// <summary>Whether something may be mapped here: Xen promises that nothing lives in the region.</summary>
    public bool IsFree => Kind is RegionKind.GrantTable or RegionKind.Extended;

    /// <summary>Whether the two have an address in common.</summary>
    public bool Overlaps(Region other) => Start <= other.Last && other.Start <= Last;

    /// <summary>Whether the address lies in the region.</summary>
    public bool Contains(ulong address) => address >= Start && address <= Last;
}
