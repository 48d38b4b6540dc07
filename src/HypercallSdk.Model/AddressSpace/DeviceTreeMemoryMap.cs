namespace HypercallSdk.Model.AddressSpace;

/// <summary>Reads what a flattened device tree says of a guest's address space.</summary>
public static class DeviceTreeMemoryMap
{
    /// <summary>
    /// Reads memory, reservations, devices and Xen's free regions. Addresses are translated to those that the CPU uses; what
    /// it cannot address is left out.
    /// </summary>
    /// <param name="blob">The binary device tree.</param>
    /// <param name="path">Its file, for messages; the file's name is the regions' source.</param>
    public static unsafe MemoryMapResult Read(byte[] blob, string path)
    {
        // The address of an empty array's first element is null, which is as good for a length of 0.
        fixed (byte* start = blob)
        {
            DeviceTreeStatus status = DeviceTree.Open(start, (uint)blob.Length, out DeviceTree tree, out uint offset);
            if (status == DeviceTreeStatus.Ok)
            {
                return new DeviceTreeRegionReader(tree, path).Read();
            }

            MemoryMapProblem problem = new(
                path, $"byte 0x{offset:x}", 0, 0, DeviceTreeFaults.CauseOf(status), DeviceTreeFaults.MendOf(status));
            return new MemoryMapResult(null, [problem]);
        }
    }
}
