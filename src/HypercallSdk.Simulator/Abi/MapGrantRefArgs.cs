using System;
using System.Buffers.Binary;

namespace HypercallSdk.Simulator.Abi;

/// <summary>
/// <c>struct gnttab_map_grant_ref</c>: host_addr@0, flags@8, ref@12, dom@16, status@18, handle@20, dev_bus_addr@24.
/// </summary>
internal readonly record struct MapGrantRefArgs(ulong HostAddr, uint Flags, uint Ref, ushort Dom)
{
    public const int Bytes = 32;

    public static MapGrantRefArgs Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[16..]));

    public static void WriteStatus(Span<byte> bytes, GrantStatus status) =>
        BinaryPrimitives.WriteInt16LittleEndian(bytes[18..], (short)status);

    public static void WriteMapping(Span<byte> bytes, uint handle, ulong deviceAddress)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], handle);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], deviceAddress);
    }
}
