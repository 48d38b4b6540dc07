using System.Collections.Generic;
using HypercallSdk.Model.AddressSpace;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>A device tree that was made of its source, or what kept it from being made.</summary>
/// <param name="Blob">The flattened device tree; none when there are problems.</param>
/// <param name="Places">Where in the source each node stands, by its path, and each reservation, as <c>/memreserve/[0]</c>.</param>
/// <param name="Problems">What is wrong; empty when there is a blob.</param>
public sealed record CompiledTree(
    byte[]? Blob, IReadOnlyDictionary<string, SourcePosition> Places, IReadOnlyList<MemoryMapProblem> Problems);
