using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>gnttab_setup_table: 24 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
public unsafe struct SetupTableStruct
{
    [FieldOffset(0)]
    public ushort Dom;

    [FieldOffset(4)]
    public uint NrFrames;

    [FieldOffset(8)]
    public short Status;

    [FieldOffset(16)]
    public ulong* FrameList;
}
