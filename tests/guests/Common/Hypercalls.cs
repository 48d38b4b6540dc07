using System.Runtime.InteropServices;

namespace HypercallSdk.Guests;

/// <summary>The trampolines of hypercalls.S, by number.</summary>
internal static unsafe class Hypercalls
{
    /// <summary><c>HYPERVISOR_memory_op</c>.</summary>
    [DllImport("*", EntryPoint = "hypercall_hvc_12"), SuppressGCTransition]
    public static extern long MemoryOp(ulong command, void* argument);

    /// <summary><c>HYPERVISOR_console_io</c>.</summary>
    [DllImport("*", EntryPoint = "hypercall_hvc_18"), SuppressGCTransition]
    public static extern long ConsoleIo(ulong command, ulong count, byte* buffer);

    /// <summary><c>HYPERVISOR_sched_op</c>.</summary>
    [DllImport("*", EntryPoint = "hypercall_hvc_29"), SuppressGCTransition]
    public static extern long SchedOp(ulong command, void* argument);
}
