using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Conduits;

/// <summary>Makes hypercalls with one to five arguments through the conduit that it was built with, and prints the answers.</summary>
internal static unsafe class Guest
{
    private const uint NoDomain = 0x1234;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain()
    {
        XenVersionNumber version = XenVersion.Version();
        XenResult own = PlainCalls.MmuextOp(null, 0, null, DomId.Self.Value);
        XenResult nobodys = PlainCalls.MmuextOp(null, 0, null, NoDomain); // of which a debug Xen prints a line of its own
        Console.Write("version "u8);
        Console.WriteDecimal(version.Major);
        Console.Write("."u8);
        Console.WriteDecimal(version.Minor);
        Console.Write("\nown page tables "u8);
        Console.WriteDecimal(own.Value);
        Console.Write("\npage tables of a domain that there is not "u8);
        Console.WriteDecimal(nobodys.Value);
        Console.Write("\nhypfs's root into 8 bytes "u8);
        Console.WriteDecimal(ReadRoot(8));
        Console.Write("\nhypfs's root into 512 bytes "u8);
        Console.WriteDecimal(ReadRoot(512));
        Console.Write("\n"u8);
        return Machine.Pass;
    }

    /// <summary>The fifth argument, the buffer's size, decides.</summary>
    private static long ReadRoot(nuint size)
    {
        byte* buffer = stackalloc byte[512];
        fixed (byte* path = "/\0"u8)
        {
            return HypfsOp.Read(path, 2, buffer, size).Value;
        }
    }
}
