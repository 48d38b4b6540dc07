using System.Runtime.InteropServices;

namespace HypercallSdk.Guests.Clobbers;

/// <summary>
/// Makes hypercalls that are wrong: each relies on a register that Xen may overwrite. A release build of Xen leaves it alone; a debug
/// build does not, and so is a judge of stubs and of the code around them.
/// </summary>
internal static unsafe class Guest
{
    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain()
    {
        byte* text = stackalloc byte[64];
        Print("what chooses the operation is not loaded again: "u8, OperationKept());
        Print("the address of the buffer is not loaded again: "u8, BufferKept(text));
        Print("the fifth argument's register is relied on, which was not passed: "u8, UnpassedKept());
        return Machine.Pass;
    }

    private static void Print(System.ReadOnlySpan<byte> what, long result)
    {
        Console.Write(what);
        Console.WriteDecimal(result);
        Console.Write("\n"u8);
    }

    /// <summary>Asks for Xen's version twice, but says only once that it is the version that it asks for.</summary>
    /// <returns>The second answer: 0x4xxxx, or <c>-ENOSYS</c>.</returns>
    [DllImport("*", EntryPoint = "wrong_operation_kept"), SuppressGCTransition]
    private static extern nint OperationKept();

    /// <summary>Asks for the end of Xen's version, "-pre" for one, twice, but says only once where to write it.</summary>
    /// <returns>The second answer: 0, or <c>-EFAULT</c>.</returns>
    [DllImport("*", EntryPoint = "wrong_buffer_kept"), SuppressGCTransition]
    private static extern nint BufferKept(byte* text);

    /// <summary>Calls hypfs_op, which has five arguments, without a word of the fifth, and looks at its register.</summary>
    /// <returns>1 if it is as it was, or 0.</returns>
    [DllImport("*", EntryPoint = "wrong_unpassed_kept"), SuppressGCTransition]
    private static extern nint UnpassedKept();
}
