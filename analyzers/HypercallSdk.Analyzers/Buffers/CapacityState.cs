using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>The capacities that may have been written over.</summary>
/// <param name="Written">What was written over them.</param>
internal sealed record CapacityState(ImmutableHashSet<WrittenCapacity> Written)
{
    /// <summary>None has been.</summary>
    public static CapacityState Empty { get; } = new(ImmutableHashSet<WrittenCapacity>.Empty);

    /// <summary>What is known once a capacity may have another value.</summary>
    public CapacityState WithoutCapacity(ISymbol variable) => new(Written.Except(Written.Where(known => SymbolEqualityComparer.Default.Equals(known.Capacity, variable))));

    /// <summary>What is known once a variable, a capacity or a buffer, has another value.</summary>
    public CapacityState Without(ISymbol variable) => new(Written.Except(Written.Where(known =>
        SymbolEqualityComparer.Default.Equals(known.Capacity, variable) || SymbolEqualityComparer.Default.Equals(known.Buffer, variable))));

    /// <inheritdoc/>
    public bool Equals(CapacityState? other) => other is not null && Written.SetEquals(other.Written);

    /// <inheritdoc/>
    public override int GetHashCode() => Written.Count;
}
