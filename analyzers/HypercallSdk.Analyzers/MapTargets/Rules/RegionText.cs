using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>A region as messages name it.</summary>
internal static class RegionText
{
    /// <summary>Its name, its first and last address, and who says so.</summary>
    public static string Of(Region region) => $"{region.Name} (0x{region.Start:x}-0x{region.Last:x}, {region.Source})";
}
