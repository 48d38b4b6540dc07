using System.Collections.Generic;
using HypercallSdk.Model.DeviceTreeSource;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Reads what a device tree says of a guest's address space.</summary>
public static class DeviceTreeMemoryMap
{
    private static readonly Dictionary<string, SourcePosition> NoPlaces = [];

    /// <summary>
    /// Reads memory, reservations, devices and Xen's free regions. Addresses are translated to those that the CPU uses; what
    /// it cannot address is left out.
    /// </summary>
    /// <param name="blob">The binary device tree.</param>
    /// <param name="path">Its file, for messages; the file's name is the regions' source.</param>
    public static MemoryMapResult Read(byte[] blob, string path) => Read(blob, path, NoPlaces);

    /// <summary>The same for device tree source, with the place of every region and problem.</summary>
    /// <param name="source">The text of a <c>.dts</c>, with everything in it that other files say.</param>
    /// <param name="path">Its file, for messages; the file's name is the regions' source.</param>
    public static MemoryMapResult Read(string source, string path)
    {
        CompiledTree tree = DeviceTreeCompiler.Compile(source, path);
        return tree.Blob is null ? new MemoryMapResult(null, tree.Problems) : Read(tree.Blob, path, tree.Places);
    }

    private static unsafe MemoryMapResult Read(byte[] blob, string path, IReadOnlyDictionary<string, SourcePosition> places)
    {
        // The address of an empty array's first element is null, which is as good for a length of 0.
        fixed (byte* start = blob)
        {
            DeviceTreeStatus status = DeviceTree.Open(start, (uint)blob.Length, out DeviceTree tree, out uint offset);
            if (status == DeviceTreeStatus.Ok)
            {
                return new DeviceTreeRegionReader(tree, new RegionCollector(path, places)).Read();
            }

            MemoryMapProblem problem = new(
                path, $"byte 0x{offset:x}", 0, 0, DeviceTreeFaults.CauseOf(status), DeviceTreeFaults.MendOf(status));
            return new MemoryMapResult(null, [problem]);
        }
    }
}
