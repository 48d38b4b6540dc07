using System;
using System.Buffers.Binary;

namespace HypercallSdk.Simulator.Abi;

/// <summary><c>struct grant_entry_v1</c>: flags@0, domid@2, frame@4.</summary>
internal readonly record struct GrantEntry(ushort Flags, ushort Domid, uint Frame)
{
    public const int Bytes = 8;

    public static GrantEntry Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
}
