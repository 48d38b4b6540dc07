using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>The page that tells a PVH guest of itself: start info, memory map, and command line.</summary>
internal static unsafe class BootPage
{
    private const uint Version = 1; // with a memory map
    private const ulong MapOffset = 0x40;
    private const ulong CommandLineOffset = 0x80;

    /// <summary>Writes it.</summary>
    /// <param name="page">An emptied page.</param>
    /// <param name="address">The guest physical address that it will have.</param>
    /// <param name="order">The domain's memory and its command line.</param>
    public static void Write(byte* page, ulong address, Order order)
    {
        HvmStartInfo* info = (HvmStartInfo*)page;
        info->magic = HvmStart.Magic;
        info->version = Version;
        info->cmdline_paddr = new GuestPhysicalAddress(address + CommandLineOffset);
        info->memmap_paddr = new GuestPhysicalAddress(address + MapOffset);
        info->memmap_entries = 1;

        HvmMemoryMapEntry* ram = (HvmMemoryMapEntry*)(page + MapOffset);
        ram->size = (ulong)order.Memory << 20;
        ram->type = HvmMemoryType.Ram;

        for (byte* letter = order.CommandLine, at = page + CommandLineOffset; *letter != 0; letter++, at++)
        {
            *at = *letter; // Xen's own is at most 1024 bytes long
        }
    }
}
