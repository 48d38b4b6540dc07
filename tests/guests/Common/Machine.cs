using System.Runtime.InteropServices;

namespace HypercallSdk.Guests;

/// <summary>What eng/bare-metal offers beside the hypercalls.</summary>
internal static unsafe class Machine
{
    /// <summary>The exit code by which a guest says that it passed.</summary>
    public const int Pass = 42;

    /// <summary>A domU's exit code on x86, with this, is the reason of its shutdown.</summary>
    public const uint ExitCodeReason = 128;

    /// <summary>Prints text on Xen's console, by whichever way the domain has.</summary>
    /// <param name="text">The text, in ASCII.</param>
    /// <param name="length">How many letters it has.</param>
    [DllImport("*", EntryPoint = "bare_print"), SuppressGCTransition]
    public static extern void Print(byte* text, ulong length);

    /// <summary>Reads eight bytes at an address that may be a hole.</summary>
    /// <param name="address">A multiple of 8.</param>
    /// <param name="value">What was read.</param>
    /// <returns>1, or 0 if the address aborts.</returns>
    [DllImport("*", EntryPoint = "bare_probe_read"), SuppressGCTransition]
    public static extern int ProbeRead(ulong* address, ulong* value);
}
