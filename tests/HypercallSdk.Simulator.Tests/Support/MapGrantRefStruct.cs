using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>gnttab_map_grant_ref: 32 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
public struct MapGrantRefStruct
{
    [FieldOffset(0)]
    public ulong HostAddr;

    [FieldOffset(8)]
    public uint Flags;

    [FieldOffset(12)]
    public uint Ref;

    [FieldOffset(16)]
    public ushort Dom;

    [FieldOffset(18)]
    public short Status;

    [FieldOffset(20)]
    public uint Handle;

    [FieldOffset(24)]
    public ulong DevBusAddr;
}
