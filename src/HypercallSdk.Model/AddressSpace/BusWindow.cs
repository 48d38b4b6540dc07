namespace HypercallSdk.Model.AddressSpace;

/// <summary>One entry of a <c>ranges</c> property.</summary>
/// <param name="BusStart">The first address on the bus.</param>
/// <param name="ParentStart">The address on the parent's side that it appears at.</param>
/// <param name="Size">The length in bytes.</param>
internal readonly record struct BusWindow(ulong BusStart, ulong ParentStart, ulong Size)
{
    /// <summary>Translates an address that lies in the window.</summary>
    public bool TryTranslate(ulong address, out ulong translated)
    {
        bool isInside = address >= BusStart && address - BusStart < Size;
        translated = isInside ? unchecked(ParentStart + (address - BusStart)) : 0;
        return isInside;
    }
}
