using System.Runtime.InteropServices;

namespace HypercallSdk.Guests.Experiments;

/// <summary>
/// Maps a grant frame at a guest frame that is the guest's own RAM. Xen answers 0, the page's contents are out of reach, and
/// when the mapping goes, a hole is left.
/// </summary>
internal static unsafe class GrantTableOverOwnRam
{
    private const ulong Mark = 0x1122334455667788;

    public static void Run()
    {
        Console.Write("== a grant frame over the guest's own RAM\n"u8);
        ulong* page = SparePage();
        ulong gfn = (ulong)page >> 12;
        *page = Mark;
        PrintPage(page);

        AddToPhysmap add = default;
        add.Domid = MemoryOp.DomidSelf;
        add.Space = MemoryOp.GrantTable;
        add.Idx = 0;
        add.Gpfn = gfn;
        Console.Write("XENMEM_add_to_physmap grant_table 0 at its frame -> "u8);
        PrintResult(Hypercalls.MemoryOp(MemoryOp.AddToPhysmap, &add));
        PrintPage(page);

        RemoveFromPhysmap remove = default;
        remove.Domid = MemoryOp.DomidSelf;
        remove.Gpfn = gfn;
        Console.Write("XENMEM_remove_from_physmap its frame -> "u8);
        PrintResult(Hypercalls.MemoryOp(MemoryOp.RemoveFromPhysmap, &remove));
        PrintPage(page);
    }

    private static void PrintResult(long result)
    {
        Console.WriteDecimal(result);
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

    [DllImport("*", EntryPoint = "spare_page"), SuppressGCTransition]
    private static extern ulong* SparePage();
}
