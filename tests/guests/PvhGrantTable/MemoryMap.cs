namespace HypercallSdk.Guests.PvhGrantTable;

/// <summary>The memory map that Xen gives a PVH guest when it starts: what the machine has at which addresses.</summary>
internal readonly unsafe struct MemoryMap
{
    private const int EntriesOffset = 40;
    private const int CountOffset = 48;
    private const uint Ram = 1;

    private readonly Entry* _entries;
    private readonly uint _count;

    /// <param name="startInfo">PVH's <c>hvm_start_info</c>.</param>
    public MemoryMap(byte* startInfo)
    {
        _entries = *(Entry**)(startInfo + EntriesOffset);
        _count = *(uint*)(startInfo + CountOffset);
    }

    /// <summary>Whether a page is the guest's own memory.</summary>
    public bool IsRam(ulong address)
    {
        for (uint index = 0; index < _count; index++)
        {
            if (_entries[index].Type == Ram && address >= _entries[index].Start
                && address + GuestPhysicalAddress.PageSize <= _entries[index].End)
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
            if (_entries[index].Start < address + size && address < _entries[index].End)
            {
                return HoleFrom(_entries[index].End, size);
            }
        }

        return address;
    }

    /// <summary><c>hvm_memmap_table_entry</c>.</summary>
    private struct Entry
    {
#pragma warning disable CS0649 // Xen writes them
        public ulong Start;
        public ulong Size;
        public uint Type;
        public uint Reserved;
#pragma warning restore CS0649

        public readonly ulong End => Start + Size;
    }
}
