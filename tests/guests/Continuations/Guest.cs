using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Continuations;

/// <summary>
/// Makes hypercalls that take so long that Xen interrupts them: it changes the argument registers, goes back to the trapping
/// instruction, and goes on when that is executed again. With the command line "few" there is nothing to interrupt.
/// </summary>
internal static unsafe class Guest
{
    private const uint Many = 4096;
    private const uint Mark = 0x5A5A0000;

    // Behind the middle of the memory, where neither the image nor the device tree lies.
    private const uint EntriesOffset = 0x10000;
    private const uint PagesOffset = 0x100000;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* boot)
    {
        if (DeviceTree.Open(boot, DeviceTree.TotalSize(boot), out DeviceTree tree, out _) != DeviceTreeStatus.Ok)
        {
            return 1;
        }

        AddressRange own = MemoryBanks.Of(tree).Get(0);
        GuestPhysicalAddress memory = own.Start + (own.Size / 2);
        uint count = BootArguments.Are(boot, "few") ? 1 : Many;
        Reservations((Gfn*)memory.Value, memory + PagesOffset, count);
        Calls((MulticallEntry*)(memory + EntriesOffset).Value, count);
        return Machine.Pass;
    }

    private static void Reservations(Gfn* frames, GuestPhysicalAddress pages, uint count)
    {
        for (uint index = 0; index < count; index++)
        {
            frames[index] = pages.Frame + index;
        }

        Print("decrease_reservation "u8, (long)MemoryOp.DecreaseReservation(frames, count, 0, 0, DomId.Self).Value);
        Print("populate_physmap "u8, (long)MemoryOp.PopulatePhysmap(frames, count, 0, 0, DomId.Self).Value);
        Print("pages that hold what is written "u8, Usable(pages, count));
    }

    private static long Usable(GuestPhysicalAddress pages, uint count)
    {
        for (uint index = 0; index < count; index++)
        {
            *(uint*)(pages + (index * GuestPhysicalAddress.PageSize)).Value = Mark + index;
        }

        long usable = 0;
        for (uint index = 0; index < count; index++)
        {
            usable += *(uint*)(pages + (index * GuestPhysicalAddress.PageSize)).Value == Mark + index ? 1 : 0;
        }

        return usable;
    }

    private static void Calls(MulticallEntry* entries, uint count)
    {
        for (uint index = 0; index < count; index++)
        {
            entries[index] = default;
            entries[index].op = (ulong)HypercallNumber.XenVersion;
        }

        Print("multicall "u8, Multicall.Execute(entries, count).Value);
        Print("calls that say Xen 4.17 "u8, Answered(entries, count));
        Print("entries that are as they were "u8, Kept(entries, count));
    }

    private static long Answered(MulticallEntry* entries, uint count)
    {
        long answered = 0;
        for (uint index = 0; index < count; index++)
        {
            answered += entries[index].result.Value == 0x40011 ? 1 : 0;
        }

        return answered;
    }

    private static long Kept(MulticallEntry* entries, uint count)
    {
        long kept = 0;
        for (uint index = 0; index < count; index++)
        {
            kept += entries[index].op.Value == (ulong)HypercallNumber.XenVersion ? 1 : 0;
        }

        return kept;
    }

    private static void Print(System.ReadOnlySpan<byte> what, long result)
    {
        Console.Write(what);
        Console.WriteDecimal(result);
        Console.Write("\n"u8);
    }
}
