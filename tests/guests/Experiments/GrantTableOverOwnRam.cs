using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Experiments;

/// <summary>
/// Maps a grant frame at a guest frame that is the guest's own RAM, which is what rule HCS2002 warns of. Xen answers 0, the
/// page's contents are out of reach, and when the mapping goes, a hole is left.
/// </summary>
internal static unsafe class GrantTableOverOwnRam
{
    private const ulong Mark = 0x1122334455667788;

    // The middle of each machine's memory, where neither the image nor the device tree lies.
    private const ulong DomUFrame = 0x42000;
    private const ulong Dom0Frame = 0x74000;

    public static void Run(byte* deviceTree)
    {
        Console.Write("== a grant frame over the guest's own RAM\n"u8);
        bool isDomU = IsOwnMemory(deviceTree, new Gfn(DomUFrame));
        ulong* page = (ulong*)new Gfn(isDomU ? DomUFrame : Dom0Frame).Address.Value;
        *page = Mark;
        PrintPage(page);

        Console.Write("XENMEM_add_to_physmap grant_table 0 at its frame -> "u8);
        PrintResult(isDomU ? MapOverDomU() : MapOverDom0());
        PrintPage(page);

        Console.Write("XENMEM_remove_from_physmap its frame -> "u8);
        PrintResult(MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn((ulong)page >> GuestPhysicalAddress.PageShift)));
        PrintPage(page);
    }

#pragma warning disable HCS2002 // the warning is right: this is the damage that it warns of

    private static XenResult MapOverDomU() =>
        MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, idx: 0, new Gfn(DomUFrame));

    private static XenResult MapOverDom0() =>
        MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, idx: 0, new Gfn(Dom0Frame));

#pragma warning restore HCS2002

    private static bool IsOwnMemory(byte* deviceTree, Gfn frame) =>
        DeviceTree.Open(deviceTree, DeviceTree.TotalSize(deviceTree), out DeviceTree tree, out _) == DeviceTreeStatus.Ok
        && MemoryBanks.Of(tree).Get(0).Contains(frame.Address);

    private static void PrintResult(XenResult result)
    {
        Console.WriteDecimal(result.Value);
        Console.Write("\n"u8);
    }

    private static void PrintPage(ulong* page)
    {
        ulong value;
        if (Machine.ProbeRead(page, &value) == 0)
        {
            Console.Write("own page: aborts\n"u8);
            return;
        }

        Console.Write("own page: "u8);
        Console.WriteHex(value);
        Console.Write("\n"u8);
    }
}
