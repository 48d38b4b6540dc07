using System.Collections.Immutable;
using System.Linq;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Which addresses are where.</summary>
/// <param name="Contents">The addresses in each variable, <c>stackalloc</c> and intermediate value.</param>
internal sealed record MemoryState(ImmutableDictionary<object, MemoryOrigins> Contents)
{
    /// <summary>No address is anywhere.</summary>
    public static MemoryState Empty { get; } = new(ImmutableDictionary<object, MemoryOrigins>.Empty);

    /// <summary>The addresses in some memory.</summary>
    public MemoryOrigins this[object key] =>
        Contents.TryGetValue(key, out MemoryOrigins? origins) ? origins : MemoryOrigins.None;

    /// <summary>What is known once memory holds other addresses.</summary>
    public MemoryState With(object key, MemoryOrigins origins) =>
        new(origins.IsEmpty ? Contents.Remove(key) : Contents.SetItem(key, origins));

    /// <summary>What is known once a part of some memory holds other addresses.</summary>
    public MemoryState Adding(object key, MemoryOrigins origins) => With(key, this[key].Union(origins));

    /// <summary>What is known once a handle pins nothing any more.</summary>
    public MemoryState Freeing(object handle) => new(Contents.ToImmutableDictionary(
        static pair => pair.Key,
        pair => MemoryOrigins.Of(pair.Value.Select(origin => origin.IsPinnedBy(handle) ? origin with { Kind = MemoryKind.Freed } : origin))));

    /// <summary>What is known where paths meet: what either says.</summary>
    public MemoryState Join(MemoryState other) =>
        other.Contents.Aggregate(this, static (state, pair) => state.Adding(pair.Key, pair.Value));

    /// <inheritdoc/>
    public bool Equals(MemoryState? other) => other is not null && Contents.Count == other.Contents.Count
        && Contents.All(pair => other.Contents.TryGetValue(pair.Key, out MemoryOrigins? origins) && pair.Value.Equals(origins));

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Count;
}
