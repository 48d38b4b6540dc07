using HypercallSdk.Xen;

namespace HypercallSdk.Guests.PvhGrantTable;

/// <summary>The memory map that Xen made for a PVH guest: what is at which guest physical address.</summary>
internal readonly unsafe struct MemoryMap
{
    /// <summary>More entries than the tests' machines have.</summary>
    public const int Capacity = 64;

    private readonly MemoryMapEntry* _entries;
    private readonly uint _count;

    private MemoryMap(MemoryMapEntry* entries, uint count)
    {
        _entries = entries;
        _count = count;
    }

    /// <summary>Asks Xen.</summary>
    /// <param name="buffer">Keeps the entries, <see cref="Capacity"/> of them.</param>
    /// <param name="map">The map.</param>
    public static XenResult Ask(MemoryMapEntry* buffer, out MemoryMap map)
    {
        uint count = Capacity;
        XenResult asked = MemoryOp.MemoryMap(ref count, buffer);
        map = new MemoryMap(buffer, asked.IsSuccess ? count : 0);
        return asked;
    }

    /// <summary>Whether a page is the guest's own memory.</summary>
    public bool IsRam(ulong address)
    {
        for (uint index = 0; index < _count; index++)
        {
            if (_entries[index].type == MemoryMapEntryType.Ram && address >= StartOf(index)
                && address + GuestPhysicalAddress.PageSize <= EndOf(index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first address from one on behind which nothing of the map lies for a number of bytes.</summary>
    public ulong HoleFrom(ulong address, ulong size)
    {
        for (uint index = 0; index < _count; index++)
        {
            if (StartOf(index) < address + size && address < EndOf(index))
            {
                return HoleFrom(EndOf(index), size);
            }
        }

        return address;
    }

    private ulong StartOf(uint index) => ((ulong)_entries[index].addr_high << 32) | _entries[index].addr_low;

    private ulong EndOf(uint index) => StartOf(index) + (((ulong)_entries[index].size_high << 32) | _entries[index].size_low);
}
