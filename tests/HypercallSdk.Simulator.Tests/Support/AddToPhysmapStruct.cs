using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>xen_add_to_physmap: 24 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
public struct AddToPhysmapStruct
{
    [FieldOffset(0)]
    public ushort Domid;

    [FieldOffset(2)]
    public ushort Size;

    [FieldOffset(4)]
    public uint Space;

    [FieldOffset(8)]
    public ulong Idx;

    [FieldOffset(16)]
    public ulong Gpfn;
}
