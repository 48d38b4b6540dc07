using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>Mappings at frames where something lives, on Arm.</summary>
internal static unsafe class ArmTargets
{
    private const ulong Mark = 0x1122334455667788;
    private const uint GivenBackPage = 24; // of the page that takes a lost one's place

    public static void Run(byte* deviceTree, Place place)
    {
        Seen.Answer(
            "HCS2001 grant table at frame 0x10000000, on a processor with 44 bits of address"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x10000000)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x10000000));

        if (DeviceTree.Open(deviceTree, DeviceTree.TotalSize(deviceTree), out DeviceTree tree, out _) == DeviceTreeStatus.Ok)
        {
            OverABank(tree, place);
            InTheTablesRegion(tree);
        }
    }

    public static void RunInDom0()
    {
        ulong* page = (ulong*)0x74000000;
        *page = Mark;
        Seen.Memory("HCS2002 a page of dom0's own, frame 0x74000"u8, page);
        Seen.Answer(
            "HCS2002 grant table over frame 0x74000"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x74000)));
        Seen.Memory("HCS2002 frame 0x74000"u8, page);
        Seen.Answer("HCS2002 remove_from_physmap of frame 0x74000"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x74000)));
        Seen.Memory("HCS2002 frame 0x74000, removed"u8, page);

        uint* typer = (uint*)0x8000004;
        Seen.Register("HCS2004 the GIC's GICD_TYPER, frame 0x8000"u8, typer);
        Seen.Answer(
            "HCS2004 grant table over frame 0x8000"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x8000)));
        Seen.Register("HCS2004 GICD_TYPER, covered"u8, typer);
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x8000));

        ulong* identification = (ulong*)0x9010fe0;
        Seen.Register("HCS2004 the PL031's UARTPeriphID0, frame 0x9010"u8, (uint*)identification);
        Seen.Answer(
            "HCS2004 grant table over frame 0x9010"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x9010)));
        Seen.Register("HCS2004 the clock's identification, covered"u8, (uint*)identification);
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x9010));
        Seen.Memory("HCS2004 the clock, the mapping removed"u8, identification);
    }

    public static void RunInDomU()
    {
        ulong* page = (ulong*)0x42000000;
        *page = Mark;
        Seen.Memory("HCS2002 a page of a domU's own, frame 0x42000"u8, page);
        Seen.Answer(
            "HCS2002 grant table over frame 0x42000"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x42000)));
        Seen.Memory("HCS2002 frame 0x42000"u8, page);
        Seen.Answer("HCS2002 remove_from_physmap of frame 0x42000"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x42000)));
        Seen.Memory("HCS2002 frame 0x42000, removed"u8, page);

        uint* typer = (uint*)0x3001004;
        Seen.Register("HCS2004 the GIC's GICD_TYPER, frame 0x3001"u8, typer);
        Seen.Answer(
            "HCS2004 grant table over frame 0x3001"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x3001)));
        Seen.Register("HCS2004 GICD_TYPER, covered"u8, typer);
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x3001));

        uint* flags = (uint*)0x22000018;
        Seen.Register("HCS2004 the PL011's UARTFR, frame 0x22000"u8, flags);
        Seen.Answer(
            "HCS2004 grant table over frame 0x22000"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x22000)));
        Seen.Register("HCS2004 UARTFR, covered"u8, flags);
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x22000));

        OverMagicPages();
    }

    private static void OverMagicPages()
    {
        Seen.Answer(
            "HCS2003 grant table at the console's page, frame 0x39000"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x39000)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x39000));

        Seen.Answer(
            "HCS2003 grant table at xenstore's page, frame 0x39001"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x39001)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x39001));

        Seen.Answer(
            "HCS2003 grant table at memory access's page, frame 0x39002"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x39002)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x39002));

        Seen.Answer(
            "HCS2003 grant table at the virtual UART's page, frame 0x39003"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x39003)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x39003));
    }

    // The lost page counts as the domain's still: another one can only come when one is given back.
    private static void OverABank(DeviceTree tree, Place place)
    {
        Gfn own = MemoryBanks.Of(tree).Get(0).FirstFrame + 0x1800;
        ulong* page = (ulong*)own.Address.Value;
        *page = Mark;
        Seen.Memory("HCS2006 a page in a bank of the guest's memory"u8, page);
        Seen.Answer("HCS2006 shared_info over it"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, own));
        Seen.Answer("HCS2006 remove_from_physmap of it"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, own));
        Seen.Memory("HCS2006 the page, removed"u8, page);
        Seen.Answer("HCS2006 populate_physmap of 1 frame there, to mend it"u8, MemoryOp.PopulatePhysmap(&own, 1, 0, 0, DomId.Self));
        Gfn other = place.FrameOf(GivenBackPage);
        Seen.Answer("HCS2006 decrease_reservation of another page"u8, MemoryOp.DecreaseReservation(&other, 1, 0, 0, DomId.Self));
        Seen.Answer("HCS2006 populate_physmap there once more"u8, MemoryOp.PopulatePhysmap(&own, 1, 0, 0, DomId.Self));
    }

    private static void InTheTablesRegion(DeviceTree tree)
    {
        if (!HypervisorRegions.TryFind(tree, out HypervisorRegions regions))
        {
            return;
        }

        Gfn first = regions.GetRegion(0).FirstFrame;
        ulong* last = (ulong*)(first.Address.Value + 0xff8);
        Seen.Answer("HCS2008 shared_info in region 0"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, first));
        *last = Mark;
        Seen.Memory("HCS2008 what was written at its end"u8, last);
        Seen.Answer("HCS2008 grant table, growing into that frame"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, first));
        Seen.Memory("HCS2008 what was written, after that"u8, last);
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, first);
    }
}
