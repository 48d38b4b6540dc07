using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>Finds the regions of <c>/hypervisor</c> in the project's memory maps.</summary>
internal static class StatedRegion
{
    /// <summary>
    /// The map's region: the one with the index that the reader of trees puts behind a name, or the only one of its kind where a
    /// person named it. Several maps can each have one of that name; which machine's it is cannot be told then.
    /// </summary>
    public static Region? At(RegionPosition position, GuestAddressSpace space)
    {
        RegionKind kind = position.Region.IsZero ? RegionKind.GrantTable : RegionKind.Extended;
        string index = "[" + position.Region.ToString(CultureInfo.InvariantCulture) + "]";
        Region[] candidates = [.. space.Map.Regions.Where(region => region.Kind == kind)];
        Region[] named = [.. candidates.Where(region => region.Name.EndsWith(index, System.StringComparison.Ordinal))];
        return named.Length == 1 ? named[0]
            : position.Region <= 1 && candidates is [{ Name: [.., not ']'] } only] ? only
            : null;
    }
}
