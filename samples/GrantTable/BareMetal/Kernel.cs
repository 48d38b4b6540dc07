using System.Runtime.InteropServices;
using GrantTable.Guest;

namespace GrantTable.BareMetal;

/// <summary>The guest on a virtual machine of its own, where addresses are what they are.</summary>
internal static unsafe class Kernel
{
    /// <summary>What the start code reports as a pass; any other number, and a machine that just stops, is a failure.</summary>
    private const int Passed = 42;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    private static int Main(byte* deviceTree) => GrantTableGuest.Run(deviceTree, new DirectMap(offset: 0)) ? Passed : 1;
}
