using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>What is known of a guest's physical address space.</summary>
public sealed class MemoryMap
{
    private readonly Region[] _regions;

    /// <param name="regions">The regions, in any order; they may overlap.</param>
    /// <param name="addressBits">The width of a guest physical address in bits, where a source states it.</param>
    public MemoryMap(IEnumerable<Region> regions, int? addressBits = null)
    {
        _regions = [.. regions.OrderBy(static region => region.Start).ThenBy(static region => region.Kind)];
        AddressBits = addressBits;
    }

    /// <summary>A map that knows nothing.</summary>
    public static MemoryMap Empty { get; } = new([]);

    /// <summary>The regions by ascending start address.</summary>
    public IReadOnlyList<Region> Regions => _regions;

    /// <summary>The width of a guest physical address in bits, where a source states it.</summary>
    public int? AddressBits { get; }

    /// <summary>
    /// The region that decides about an address: of those that hold it the one whose kind comes first in
    /// <see cref="RegionKind"/>, and of equals the smallest; none when nothing is known of the address.
    /// </summary>
    public Region? Find(ulong address) => Find(address, address);

    /// <summary>As <see cref="Find(ulong)"/>, for a run of addresses: a region decides that holds any of them.</summary>
    /// <param name="first">The first address, in bytes.</param>
    /// <param name="last">The last address, in bytes (inclusive).</param>
    public Region? Find(ulong first, ulong last)
    {
        Region? best = null;
        foreach (Region region in _regions)
        {
            if (region.Start <= last && region.Last >= first && (best is null || Decides(region, best)))
            {
                best = region;
            }
        }

        return best;
    }

    /// <summary>This map and another as one; the narrower address width holds.</summary>
    public MemoryMap Merge(MemoryMap other) =>
        new(_regions.Concat(other._regions), Narrower(AddressBits, other.AddressBits));

    private static bool Decides(Region region, Region best) =>
        region.Kind < best.Kind || (region.Kind == best.Kind && region.Size < best.Size);

    private static int? Narrower(int? left, int? right) =>
        left is null ? right : right is null ? left : left < right ? left : right;
}
