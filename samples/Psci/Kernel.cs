using System.Runtime.InteropServices;
using HypercallSdk;

namespace PsciSample;

/// <summary>The guest: it asks for PSCI's version, says what it found, and turns the machine off.</summary>
internal static unsafe class Kernel
{
    /// <summary>What the start code reports as a failure. A pass reports nothing: the machine is off.</summary>
    private const int Failed = 1;

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    private static int Main(byte* blob)
    {
        if (DeviceTree.Open(blob, DeviceTree.TotalSize(blob), out DeviceTree tree, out _) != DeviceTreeStatus.Ok)
        {
            return Failed;
        }

        Console console = Console.Of(tree);
        if (!TryReport(console, tree))
        {
            return Failed;
        }

        console.Write("SYSTEM_OFF\n"u8);
        Psci.SystemOff();
        console.Write("FAILED: SYSTEM_OFF came back\n"u8);
        return Failed;
    }

    private static bool TryReport(Console console, DeviceTree tree)
    {
        // Without a hypervisor in between, the firmware is called by smc; that would be another interface's conduit.
        if (!tree.TryFindCompatible("arm,psci-1.0", out DeviceTreeNode psci)
            || !psci.TryGetProperty("compatible", out DeviceTreeProperty compatible)
            || !psci.TryGetProperty("method", out DeviceTreeProperty method)
            || !method.StringEquals("hvc"))
        {
            console.Write("FAILED: the device tree has no PSCI 1.0 that is called by hvc\n"u8);
            return false;
        }

        console.Write("device tree: "u8);
        console.WriteTerminated(compatible.Data, compatible.Length);
        console.Write("\nPSCI_VERSION: "u8);
        PsciVersion version = Psci.Version();
        console.WriteNumber(version.Major);
        console.Write("."u8);
        console.WriteNumber(version.Minor);
        console.Write("\nPSCI_FEATURES of SYSTEM_OFF: "u8);
        console.WriteNumber((long)Psci.Features(PsciFunctions.SystemOff));
        console.Write("\nPSCI_FEATURES of no function: "u8);
        console.WriteNumber((long)Psci.Features(PsciFunctions.None));
        console.Write("\n"u8);
        return true;
    }
}
