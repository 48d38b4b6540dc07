using System;
using System.Buffers.Binary;

namespace HypercallSdk.Simulator.Abi;

/// <summary><c>struct xen_add_to_physmap</c>: domid@0, size@2, space@4, idx@8, gpfn@16.</summary>
internal readonly record struct AddToPhysmapArgs(ushort Domid, ushort Size, uint Space, ulong Idx, ulong Gpfn)
{
    public const int Bytes = 24;

    public static AddToPhysmapArgs Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
}
