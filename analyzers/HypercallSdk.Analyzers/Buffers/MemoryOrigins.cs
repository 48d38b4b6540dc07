using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>The memory that a value may be an address of; none when it is no address, or of memory that nothing is known of.</summary>
internal sealed class MemoryOrigins : IEnumerable<MemoryOrigin>
{
    private readonly ImmutableHashSet<MemoryOrigin> _origins;

    private MemoryOrigins(ImmutableHashSet<MemoryOrigin> origins)
    {
        _origins = origins;
    }

    /// <summary>No memory.</summary>
    public static MemoryOrigins None { get; } = new(ImmutableHashSet<MemoryOrigin>.Empty);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _origins.IsEmpty;

    /// <summary>Some memory.</summary>
    public static MemoryOrigins Of(params MemoryOrigin[] origins) => Of((IEnumerable<MemoryOrigin>)origins);

    /// <summary>Some memory.</summary>
    public static MemoryOrigins Of(IEnumerable<MemoryOrigin> origins) => new(origins.ToImmutableHashSet());

    /// <summary>What either is.</summary>
    public MemoryOrigins Union(MemoryOrigins other) => IsEmpty ? other : other.IsEmpty ? this : new MemoryOrigins(_origins.Union(other._origins));

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is MemoryOrigins origins && _origins.SetEquals(origins._origins);

    /// <inheritdoc/>
    public override int GetHashCode() => _origins.Count;

    /// <inheritdoc/>
    public IEnumerator<MemoryOrigin> GetEnumerator() => _origins.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
