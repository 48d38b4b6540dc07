using System;
using System.IO;
using System.Linq;
using GrantTable.Guest;
using HypercallSdk;
using HypercallSdk.Model.AddressSpace;
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
        if (Read(path) is not { } machine)
        {
            return 2;
        }

        using Stream console = Console.OpenStandardOutput();
        using XenSimulator xen = XenSimulator.Boot(machine with
        {
            Guest = arguments.Contains("--dom0") ? GuestKind.ArmDom0 : GuestKind.ArmDomU,
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

    private static SimulatedMachine? Read(string path)
    {
        byte[] blob;
        try
        {
            blob = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path}: {exception.Message} Name a device tree that can be read.");
            return null;
        }

        MemoryMapResult result = DeviceTreeMemoryMap.Read(blob, path);
        foreach (MemoryMapProblem problem in result.Problems)
        {
            Console.Error.WriteLine($"{problem.Path}: {problem.Place}: {problem.Cause}; {problem.Mend}.");
        }

        return result.Map is null
            ? null
            : new SimulatedMachine { Guest = GuestKind.ArmDomU, MemoryMap = result.Map, DeviceTree = blob };
    }
}
