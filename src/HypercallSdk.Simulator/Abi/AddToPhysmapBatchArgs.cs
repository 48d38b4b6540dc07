using System;
using System.Buffers.Binary;

namespace HypercallSdk.Simulator.Abi;

/// <summary>
/// <c>struct xen_add_to_physmap_batch</c>: domid@0, space@2, size@4, u@6, idxs@8, gpfns@16, errs@24. Space and size are
/// swapped and of other widths than in the single operation.
/// </summary>
internal readonly record struct AddToPhysmapBatchArgs(
    ushort Domid, ushort Space, ushort Size, ushort Extra, nuint Idxs, nuint Gpfns, nuint Errs)
{
    public const int Bytes = 32;

    public static AddToPhysmapBatchArgs Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
        (nuint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        (nuint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
        (nuint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
}
