namespace HypercallSdk.Guests.Drivers;

/// <summary>
/// Hands out address space that Xen promises to be free: the extended regions of the hypervisor node. A bitmap has a bit for
/// each frame of each region, one region behind the other.
/// </summary>
internal unsafe struct ScratchSpace
{
    /// <summary>How many frames a large page has.</summary>
    public const ulong FramesPerLargePage = (2UL << 20) / GuestPhysicalAddress.PageSize;

    private const uint FirstExtended = 1; // region 0 is the grant table's
    private const int WordBits = 64;

    private readonly HypervisorRegions _regions;
    private readonly ulong* _taken;
    private readonly ulong _capacity;

    /// <param name="regions">The hypervisor node's regions.</param>
    /// <param name="taken">The bitmap, all zero.</param>
    /// <param name="capacity">How many frames it has bits for; what the regions have beyond is not used.</param>
    public ScratchSpace(HypervisorRegions regions, ulong* taken, ulong capacity)
    {
        _regions = regions;
        _taken = taken;
        _capacity = capacity;
    }

    /// <summary>Whether there is any space at all: old releases, 32-bit guests and ACPI ones have none.</summary>
    public readonly bool IsEmpty => _regions.Count <= FirstExtended;

    /// <summary>Takes frames that lie side by side in one region.</summary>
    /// <param name="count">How many.</param>
    /// <param name="alignment">Of what the first one's number is a multiple; a power of two.</param>
    /// <param name="first">The first frame.</param>
    /// <returns>Whether there was such a run.</returns>
    public bool TryTake(ulong count, ulong alignment, [Proven] out Gfn first)
    {
        ulong bit = 0;
        for (uint index = FirstExtended; index < _regions.Count && bit < _capacity; index++)
        {
            AddressRange region = _regions.GetRegion(index);
            ulong frames = region.FrameCount < _capacity - bit ? region.FrameCount : _capacity - bit;
            if (TryFind(region.FirstFrame, bit, frames, count, alignment, out ulong offset))
            {
                Mark(bit + offset, count, isTaken: true);
                first = region.FirstFrame + offset;
                return true;
            }

            bit += frames;
        }

        first = Gfn.Invalid;
        return false;
    }

    /// <summary>Takes the place of a page of 2 MiB.</summary>
    public bool TryTakeLarge([Proven] out Gfn first) => TryTake(FramesPerLargePage, FramesPerLargePage, out first);

    /// <summary>Gives frames back, at which nothing may be mapped any more.</summary>
    /// <param name="first">The first one.</param>
    /// <param name="count">How many.</param>
    /// <returns>Whether they were from here.</returns>
    public bool TryGive(Gfn first, ulong count)
    {
        ulong bit = 0;
        for (uint index = FirstExtended; index < _regions.Count && bit < _capacity; index++)
        {
            AddressRange region = _regions.GetRegion(index);
            ulong frames = region.FrameCount < _capacity - bit ? region.FrameCount : _capacity - bit;
            ulong offset = unchecked((ulong)first.Value - (ulong)region.FirstFrame.Value);
            if (offset < frames && count <= frames - offset)
            {
                Mark(bit + offset, count, isTaken: false);
                return true;
            }

            bit += frames;
        }

        return false;
    }

    private readonly bool TryFind(Gfn start, ulong bit, ulong frames, ulong count, ulong alignment, out ulong offset)
    {
        ulong aligned = ((ulong)start.Value + alignment - 1) & ~(alignment - 1);
        for (offset = aligned - start.Value; offset < frames && count <= frames - offset; offset += alignment)
        {
            if (IsFree(bit + offset, count))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsFree(ulong bit, ulong count)
    {
        for (ulong index = bit; index < bit + count; index++)
        {
            if ((_taken[index / WordBits] & (1UL << (int)(index % WordBits))) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private readonly void Mark(ulong bit, ulong count, bool isTaken)
    {
        for (ulong index = bit; index < bit + count; index++)
        {
            ulong mask = 1UL << (int)(index % WordBits);
            _taken[index / WordBits] = isTaken ? _taken[index / WordBits] | mask : _taken[index / WordBits] & ~mask;
        }
    }
}
