using System;
using System.IO;
using System.Linq;
using GrantTable.Guest;
using HypercallSdk;
using HypercallSdk.Model.Xen;
using HypercallSdk.Simulator;

namespace GrantTable.Host;

/// <summary>The guest on the simulator: <c>GrantTable [device-tree.dtb] [--dom0] [--proposed]</c>.</summary>
internal static class Program
{
    private static unsafe int Main(string[] arguments)
    {
        string path = arguments.FirstOrDefault(static argument => !argument.StartsWith('-'))
            ?? Path.Combine(AppContext.BaseDirectory, "machine", "domU.dtb");
        GuestKind guest = arguments.Contains("--dom0") ? GuestKind.ArmDom0 : GuestKind.ArmDomU;
        if (Read(path, guest) is not { } machine)
        {
            return 2;
        }

        using Stream console = Console.OpenStandardOutput();
        using XenSimulator xen = XenSimulator.Boot(machine with
        {
            AnswersProposedQuery = arguments.Contains("--proposed"),
            ConsoleOutput = console,
        });
        HypercallHook.Target = &XenSimulator.Trap;

        byte* deviceTree = (byte*)xen.DirectMapBase + xen.DeviceTreeAddress!.Value;
        bool passed = false;
        xen.Run(() => passed = GrantTableGuest.Run(deviceTree, new DirectMap((ulong)xen.DirectMapBase)));
        foreach (UnmodelledCall call in xen.NotModelled)
        {
            Console.Error.WriteLine($"the simulator does not model {call}");
        }

        return passed && xen.NotModelled.Count == 0 ? 0 : 1;
    }

    private static SimulatedMachine? Read(string path, GuestKind guest)
    {
        try
        {
            return SimulatedMachine.FromDeviceTree(guest, File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"GrantTable: {path} is no device tree to start from: {exception.Message}");
            return null;
        }
    }
}
