using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Compares what memory maps say.</summary>
public static class Contradictions
{
    /// <summary>
    /// What a map says against itself and against what is known without it; of each region the first contradiction of a kind. Trees
    /// of real boards describe devices in memory that they reserve, and the same memory twice: neither is a contradiction.
    /// </summary>
    /// <param name="known">What is known without the map.</param>
    /// <param name="added">The map's regions, in the order of its text.</param>
    public static IReadOnlyList<Contradiction> Find(MemoryMap known, IReadOnlyList<Region> added)
    {
        List<Contradiction> found = [];
        List<Region> before = [.. known.Regions];
        Region[] reserved = [.. known.Regions.Concat(added).Where(static region => region.Kind == RegionKind.ReservedMemory)];
        foreach (Region second in added)
        {
            HashSet<ContradictionKind> kinds = [];
            foreach (Region first in before)
            {
                if (KindOf(first, second, reserved) is ContradictionKind kind && kinds.Add(kind))
                {
                    found.Add(new Contradiction(kind, first, second));
                }
            }

            before.Add(second);
        }

        return found;
    }

    private static ContradictionKind? KindOf(Region first, Region second, Region[] reserved)
    {
        if (!first.Overlaps(second))
        {
            return IsOneName(first, second) ? ContradictionKind.OneNameTwoPlaces : null;
        }

        if (first.Kind != second.Kind && (first.IsFree || second.IsFree))
        {
            return ContradictionKind.OccupiedFreeRegion;
        }

        return first.Source != second.Source && (IsDeviceInRam(first, second, reserved) || IsDeviceInRam(second, first, reserved))
            ? ContradictionKind.RamAndDevice
            : null;
    }

    private static bool IsDeviceInRam(Region device, Region ram, Region[] reserved) =>
        device.Kind == RegionKind.Device
        && ram.Kind == RegionKind.Ram
        && !reserved.Any(region => region.Start <= device.Start && region.Last >= device.Last);

    /// <summary>Whether both name a node of a device tree; what a person calls things by may be the same for two.</summary>
    private static bool IsOneName(Region first, Region second) =>
        first.Source != second.Source && first.Name == second.Name && first.Name.StartsWith("/", System.StringComparison.Ordinal);
}
