using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>xen_add_to_physmap_batch: 32 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
public unsafe struct AddToPhysmapBatchStruct
{
    [FieldOffset(0)]
    public ushort Domid;

    [FieldOffset(2)]
    public ushort Space;

    [FieldOffset(4)]
    public ushort Size;

    [FieldOffset(6)]
    public ushort ForeignDomid;

    [FieldOffset(8)]
    public ulong* Idxs;

    [FieldOffset(16)]
    public ulong* Gpfns;

    [FieldOffset(24)]
    public int* Errs;
}
