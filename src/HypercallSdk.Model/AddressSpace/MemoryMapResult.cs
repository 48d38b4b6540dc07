using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>A memory map that was read, or what kept it from being read: never half of one.</summary>
/// <param name="Map">The map; none when there are problems.</param>
/// <param name="Problems">What is wrong; empty when there is a map.</param>
public sealed record MemoryMapResult(MemoryMap? Map, IReadOnlyList<MemoryMapProblem> Problems);
