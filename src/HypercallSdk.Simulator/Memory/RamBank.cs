namespace HypercallSdk.Simulator.Memory;

/// <summary>RAM that the domain was built with.</summary>
/// <param name="First">The first guest frame.</param>
/// <param name="Last">The last guest frame (inclusive).</param>
internal readonly record struct RamBank(ulong First, ulong Last)
{
    /// <summary>How many frames.</summary>
    public ulong Frames => Last - First + 1;

    /// <summary>Whether the frame lies in the bank.</summary>
    public bool Contains(ulong gfn) => gfn >= First && gfn <= Last;
}
