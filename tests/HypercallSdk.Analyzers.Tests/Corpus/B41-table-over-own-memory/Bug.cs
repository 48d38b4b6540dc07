// Where: Xen 180596a1eb, domain builder on Arm
// What: the pages for the console and the store were put behind the RAM's last frame, and so into RAM where there was more
using HypercallSdk;
using HypercallSdk.Xen;

internal static class SharedInfoPage
{
    private const ulong RamBase = 0x40000000;
    private const ulong RamFrames = 0x1000;

    public static bool Map()
    {
        Gfn behind = new GuestPhysicalAddress(RamBase).Frame + RamFrames;
        return MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.SharedInfo, idx: 0, behind).IsSuccess; // HCS2002
    }
}
