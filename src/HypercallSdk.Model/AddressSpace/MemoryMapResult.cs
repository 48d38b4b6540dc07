using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>A memory map that was read, or what kept it from being read: never half of one.</summary>
/// <param name="Map">The map; none when there are problems.</param>
/// <param name="Problems">What is wrong; empty when there is a map.</param>
public sealed record MemoryMapResult(MemoryMap? Map, IReadOnlyList<MemoryMapProblem> Problems)
{
    private static readonly Dictionary<Region, SourcePosition> Nowhere = [];

    /// <summary>Where a text says what; a binary file has no places.</summary>
    public IReadOnlyDictionary<Region, SourcePosition> Places { get; init; } = Nowhere;
}
