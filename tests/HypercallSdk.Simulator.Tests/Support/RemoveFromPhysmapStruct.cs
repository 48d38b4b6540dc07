using System.Runtime.InteropServices;

namespace HypercallSdk.Simulator.Tests.Support;

/// <summary>xen_remove_from_physmap: 16 bytes on arm64.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
public struct RemoveFromPhysmapStruct
{
    [FieldOffset(0)]
    public ushort Domid;

    [FieldOffset(8)]
    public ulong Gpfn;
}
