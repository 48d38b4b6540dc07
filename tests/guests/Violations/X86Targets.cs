using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

#pragma warning disable // what a rule says here is the point, and is read in the compiler's log

/// <summary>Mappings at frames where something lives, in a PVH guest.</summary>
internal static unsafe class X86Targets
{
    private const ulong Mark = 0x1122334455667788;

    public static void Run()
    {
        OverMemory();
        OverDevices();
        OverSpecialPages();
    }

    private static void OverMemory()
    {
        Gfn own = new(0x3000);
        ulong* page = (ulong*)0x3000000;
        *page = Mark;
        Seen.Memory("HCS2002 a page of the guest's own, frame 0x3000"u8, page);
        Seen.Answer(
            "HCS2002 grant table over frame 0x3000"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0x3000)));
        Seen.Memory("HCS2002 frame 0x3000"u8, page);
        Seen.Answer("HCS2002 remove_from_physmap of frame 0x3000"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0x3000)));
        Seen.Memory("HCS2002 frame 0x3000, removed"u8, page);
        Seen.Answer("HCS2002 populate_physmap of 1 frame there, to mend it"u8, MemoryOp.PopulatePhysmap(&own, 1, 0, 0, DomId.Self));
    }

    private static void OverDevices()
    {
        uint* version = (uint*)0xFEE00030;
        Seen.Register("HCS2004 the local APIC's version, frame 0xfee00"u8, version);
        Seen.Answer(
            "HCS2004 grant table over frame 0xfee00"u8, MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xfee00)));
        Seen.Register("HCS2004 the local APIC's version, covered"u8, version);
        Seen.Answer("HCS2004 remove_from_physmap of frame 0xfee00"u8, MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0xfee00)));
        Seen.Register("HCS2004 the local APIC's version, the mapping removed"u8, version);

        Seen.Answer(
            "HCS2004 grant table over the IO-APIC, frame 0xfec00"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xfec00)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0xfec00));

        Seen.Answer(
            "HCS2004 grant table over the HPET, frame 0xfed00"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xfed00)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0xfed00));
    }

    private static void OverSpecialPages()
    {
        Seen.Answer(
            "HCS2003 grant table at xenstore's page, frame 0xfeffc"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xfeffc)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0xfeffc));

        Seen.Answer(
            "HCS2003 grant table at the ioreq page, frame 0xfeffd"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xfeffd)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0xfeffd));

        Seen.Answer(
            "HCS2003 grant table at the console's page, frame 0xfefff"u8,
            MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, new Gfn(0xfefff)));
        _ = MemoryOp.RemoveFromPhysmap(DomId.Self, new Gfn(0xfefff));
    }
}
