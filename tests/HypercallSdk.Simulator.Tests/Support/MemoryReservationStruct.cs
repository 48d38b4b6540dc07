using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>xen_memory_reservation: 32 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
public unsafe struct MemoryReservationStruct
{
    [FieldOffset(0)]
    public ulong* ExtentStart;

    [FieldOffset(8)]
    public ulong NrExtents;

    [FieldOffset(16)]
    public uint ExtentOrder;

    [FieldOffset(20)]
    public uint MemFlags;

    [FieldOffset(24)]
    public ushort Domid;
}
