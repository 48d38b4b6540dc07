using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>gnttab_unmap_grant_ref: 24 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
public struct UnmapGrantRefStruct
{
    [FieldOffset(0)]
    public ulong HostAddr;

    [FieldOffset(8)]
    public ulong DevBusAddr;

    [FieldOffset(16)]
    public uint Handle;

    [FieldOffset(20)]
    public short Status;
}
