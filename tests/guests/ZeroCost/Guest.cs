using System;
using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.ZeroCost;

/// <summary>Makes each call by C# and by its twin, and compares what the hypervisor answered: both must have asked the same.</summary>
internal static unsafe class Guest
{
    private const int BatchSize = 64;
    private const string Why = "behind the memory of a small guest, where nothing is";

    private static readonly Gfn Free = Gfn.Unproven(0x38000, Why);

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain()
    {
        bool isSame = AddToPhysmap() & AddToPhysmapBatch() & MapGrantRef() & ConsoleWrite() & Send();
        Console.Write(isSame ? "ZeroCost: the same answers\n"u8 : "ZeroCost: the answers differ\n"u8);
        return isSame ? Machine.Pass : 1;
    }

    /// <summary>Of a map space that there is not: what is mapped once answers otherwise when it is mapped again.</summary>
    private static bool AddToPhysmap()
    {
        const MapSpace None = (MapSpace)99;
        return Compare(
            Calls.AddToPhysmap(DomId.Self, 0, None, new XenULong(0), Free), Twin.AddToPhysmap(DomId.Self, 0, None, new XenULong(0), Free));
    }

    private static bool AddToPhysmapBatch()
    {
        XenULong* indexes = stackalloc XenULong[BatchSize];
        Gfn* frames = stackalloc Gfn[BatchSize];
        int* errors = stackalloc int[BatchSize];
        for (int index = 0; index < BatchSize; index++)
        {
            indexes[index] = new XenULong((ulong)index);
            frames[index] = Gfn.Unproven(0x38000 + (ulong)index, Why);
        }

        return Compare(
            Calls.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, BatchSize, DomId.Self, indexes, frames, errors),
            Twin.AddToPhysmapBatch(DomId.Self, (ushort)MapSpace.GrantTable, BatchSize, DomId.Self, indexes, frames, errors));
    }

    private static bool MapGrantRef()
    {
        GuestPhysicalAddress address = GuestPhysicalAddress.Unproven(0x38000000, Why);
        GrantRef none = new(0x12345);
        long answer = Calls.MapGrantRef(address, GrantMapFlags.HostMap, none, DomId.Self, out GrantStatus status, out _, out _);
        GrantStatus twinStatus;
        GrantHandle twinHandle;
        ulong twinBusAddress;
        long twinAnswer = Twin.MapGrantRef(address, GrantMapFlags.HostMap, none, DomId.Self, &twinStatus, &twinHandle, &twinBusAddress);
        return Compare(answer, twinAnswer) & status == twinStatus;
    }

    private static bool ConsoleWrite()
    {
        ReadOnlySpan<byte> text = "a line\n"u8;
        fixed (byte* buffer = text)
        {
            return Compare(Calls.ConsoleWrite((uint)text.Length, buffer), Twin.ConsoleWrite((uint)text.Length, buffer));
        }
    }

    private static bool Send()
    {
        EventChannelPort none = new(0);
        return Compare(Calls.Send(none), Twin.Send(none));
    }

    private static bool Compare(long answer, long twinAnswer)
    {
        Console.WriteDecimal(answer);
        Console.Write(" "u8);
        Console.WriteDecimal(twinAnswer);
        Console.Write("\n"u8);
        return answer == twinAnswer;
    }
}
