using HypercallSdk;

namespace GrantTable.Guest;

/// <summary>Where the guest sees its physical memory. On bare metal the offset is 0; on the simulator it is the host's choice.</summary>
/// <param name="offset">The virtual address of physical address 0.</param>
internal readonly unsafe struct DirectMap(ulong offset)
{
    /// <summary>The pointer to a physical address.</summary>
    public byte* At(GuestPhysicalAddress address) => (byte*)(offset + address.Value);

    /// <summary>The physical address of a pointer.</summary>
    public GuestPhysicalAddress AddressOf(byte* pointer) => new((ulong)pointer - offset);
}
