using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>gnttab_query_size: 16 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
public struct QuerySizeStruct
{
    [FieldOffset(0)]
    public ushort Dom;

    [FieldOffset(4)]
    public uint NrFrames;

    [FieldOffset(8)]
    public uint MaxNrFrames;

    [FieldOffset(12)]
    public short Status;
}
