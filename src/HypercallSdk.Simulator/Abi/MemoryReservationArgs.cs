using System;
using System.Buffers.Binary;

namespace HypercallSdk.Simulator.Abi;

/// <summary><c>struct xen_memory_reservation</c>: extent_start@0, nr_extents@8, extent_order@16, mem_flags@20, domid@24.</summary>
internal readonly record struct MemoryReservationArgs(
    nuint ExtentStart, ulong NrExtents, uint ExtentOrder, uint MemFlags, ushort Domid)
{
    public const int Bytes = 32;

    public static MemoryReservationArgs Read(ReadOnlySpan<byte> bytes) => new(
        (nuint)BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[24..]));
}
