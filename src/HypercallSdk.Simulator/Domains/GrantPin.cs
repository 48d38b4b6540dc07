namespace HypercallSdk.Simulator.Domains;

/// <summary>How a grant is in use. While it is, the page stays the one it was, whatever the entry says meanwhile.</summary>
/// <param name="Readers">How many read-only mappings there are.</param>
/// <param name="Writers">How many writable mappings there are.</param>
/// <param name="Mfn">The page.</param>
internal readonly record struct GrantPin(int Readers, int Writers, ulong Mfn)
{
    /// <summary>Whether anything maps it.</summary>
    public bool IsInUse => Readers > 0 || Writers > 0;

    /// <summary>The same with one mapping more or less.</summary>
    public GrantPin Add(int count, bool isReadOnly) => isReadOnly
        ? this with { Readers = Readers + count }
        : this with { Writers = Writers + count };
}
