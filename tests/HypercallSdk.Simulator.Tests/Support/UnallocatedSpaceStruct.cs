using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>xen_get_unallocated_space: 16 bytes on arm64; its buffer holds pairs of a first frame and a count.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
public unsafe struct UnallocatedSpaceStruct
{
    [FieldOffset(0)]
    public ushort Domid;

    [FieldOffset(4)]
    public uint NrRegions;

    [FieldOffset(8)]
    public ulong* Buffer;
}
