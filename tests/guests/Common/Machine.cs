using System.Runtime.InteropServices;

namespace HypercallSdk.Guests;

/// <summary>What eng/bare-metal offers beside the hypercalls.</summary>
internal static unsafe class Machine
{
    /// <summary>The exit code by which a guest says that it passed.</summary>
    public const int Pass = 42;

    /// <summary>Reads eight bytes at an address that may be a hole.</summary>
    /// <param name="address">A multiple of 8.</param>
    /// <param name="value">What was read.</param>
    /// <returns>1, or 0 if the address aborts.</returns>
    [DllImport("*", EntryPoint = "bare_probe_read"), SuppressGCTransition]
    public static extern int ProbeRead(ulong* address, ulong* value);
}
