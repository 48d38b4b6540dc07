using System;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>A guest's calls, spelled out in numbers: nothing here comes from the SDK's own declarations.</summary>
public sealed unsafe class TestGuest : IDisposable
{
    public const ushort Self = 0x7FF0;

    public TestGuest(SimulatedMachine machine)
    {
        Xen = XenSimulator.Boot(machine);
    }

    public XenSimulator Xen { get; }

    public static nint Call(ulong number, nuint a0 = 0, nuint a1 = 0, nuint a2 = 0) =>
        XenSimulator.Trap(number, a0, a1, a2, 0, 0, 0, 0, 0);

    public static nint AddToPhysmap(uint space, ulong idx, ulong gfn, ushort domid = Self, ushort size = 0)
    {
        AddToPhysmapStruct args = new() { Domid = domid, Size = size, Space = space, Idx = idx, Gpfn = gfn };
        return Call(12, 7, (nuint)(&args));
    }

    public static nint RemoveFromPhysmap(ulong gfn, ushort domid = Self)
    {
        RemoveFromPhysmapStruct args = new() { Domid = domid, Gpfn = gfn };
        return Call(12, 15, (nuint)(&args));
    }

    public static nint Decrease(params ulong[] gfns) => Reserve(1, 0, gfns);

    public static nint Populate(params ulong[] gfns) => Reserve(6, 0, gfns);

    public static nint Reserve(nuint command, uint order, ulong[] gfns, uint memFlags = 0, ushort domid = Self)
    {
        fixed (ulong* extents = gfns)
        {
            MemoryReservationStruct args = new()
            {
                ExtentStart = extents,
                NrExtents = (ulong)gfns.Length,
                ExtentOrder = order,
                MemFlags = memFlags,
                Domid = domid,
            };
            return Call(12, command, (nuint)(&args));
        }
    }

    public static (nint Answer, QuerySizeStruct Result) QuerySize(ushort dom)
    {
        QuerySizeStruct args = new() { Dom = dom, NrFrames = 57005, MaxNrFrames = 57005, Status = 77 };
        nint answer = Call(20, 6, (nuint)(&args), 1);
        return (answer, args);
    }

    public static (nint Answer, short Status, ulong[] Frames) SetupTable(uint frames, ushort dom = Self)
    {
        ulong[] list = new ulong[frames];
        fixed (ulong* pointer = list)
        {
            SetupTableStruct args = new() { Dom = dom, NrFrames = frames, Status = 77, FrameList = pointer };
            nint answer = Call(20, 2, (nuint)(&args), 1);
            return (answer, args.Status, list);
        }
    }

    public static MapGrantRefStruct MapGrant(ulong address, uint reference, ushort dom, uint flags = 2)
    {
        MapGrantRefStruct args = new() { HostAddr = address, Flags = flags, Ref = reference, Dom = dom, Status = 77 };
        if (Call(20, 0, (nuint)(&args), 1) != 0)
        {
            throw new InvalidOperationException("The array was not taken.");
        }

        return args;
    }

    public static short UnmapGrant(ulong address, uint handle)
    {
        UnmapGrantRefStruct args = new() { HostAddr = address, Handle = handle, Status = 77 };
        if (Call(20, 1, (nuint)(&args), 1) != 0)
        {
            throw new InvalidOperationException("The array was not taken.");
        }

        return args.Status;
    }

    /// <summary>Writes a version-1 grant entry into grant frame 0, which is mapped at the frame given.</summary>
    public void Grant(ulong tableGfn, uint reference, ushort flags, ushort domid, ulong gfn)
    {
        byte* entry = Pointer(tableGfn << 12) + (reference * 8);
        *(ushort*)(entry + 2) = domid;
        *(uint*)(entry + 4) = (uint)gfn;
        *(ushort*)entry = flags;
    }

    public ushort GrantFlags(ulong tableGfn, uint reference) => *(ushort*)(Pointer(tableGfn << 12) + (reference * 8));

    public byte* Pointer(ulong address) => (byte*)Xen.DirectMapBase + address;

    /// <summary>What the guest reads at an address; none where it would fault.</summary>
    public ulong? Read(ulong address)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        return Xen.TryRead(address, bytes) ? BitConverter.ToUInt64(bytes) : null;
    }

    public void Dispose() => Xen.Dispose();
}
