namespace HypercallSdk.Model.AddressSpace;

/// <summary>Reads what <c>/chosen</c> says of memory: what the boot loader put where.</summary>
internal sealed class DeviceTreeChosenReader
{
    /// <summary>The node's path.</summary>
    public const string Path = "/chosen";

    private readonly RegionCollector _regions;
    private readonly DeviceTreeRegReader _reg;

    /// <param name="regions">Takes the regions.</param>
    /// <param name="reg">Reads addresses.</param>
    public DeviceTreeChosenReader(RegionCollector regions, DeviceTreeRegReader reg)
    {
        _regions = regions;
        _reg = reg;
    }

    /// <summary>Reads the node.</summary>
    public void Read(DeviceTreeNode chosen)
    {
        ReadInitrd(chosen);
        ReadModules(chosen, Path);
    }

    private void ReadInitrd(DeviceTreeNode chosen)
    {
        if (!chosen.TryGetProperty("linux,initrd-start", out DeviceTreeProperty start)
            || !chosen.TryGetProperty("linux,initrd-end", out DeviceTreeProperty end))
        {
            return;
        }

        if (!TryReadNumber(start, out ulong first) || !TryReadNumber(end, out ulong last) || last < first)
        {
            _regions.Report(
                Path,
                "linux,initrd-start and linux,initrd-end are not two addresses of 32 or 64 bits in ascending order",
                "correct or remove them");
            return;
        }

        _regions.Add(RegionKind.ReservedMemory, first, last - first, Path, " (initrd)");
    }

    private static bool TryReadNumber(DeviceTreeProperty property, out ulong value)
    {
        value = 0;
        return property.Length is 4 or 8 && property.TryReadCells(0, property.Length / 4, out value);
    }

    /// <summary>
    /// What the boot loader put into memory for Xen, its domains and dom0, and what they share: their addresses are the CPU's,
    /// although no bus leads there.
    /// </summary>
    private void ReadModules(DeviceTreeNode node, string path)
    {
        bool isThere = node.TryGetFirstChild(out DeviceTreeNode child);
        while (isThere)
        {
            if (_reg.TryName(child, path, out string childPath))
            {
                ReadModule(child, childPath);
            }

            isThere = child.TryGetNextSibling(out child);
        }
    }

    private void ReadModule(DeviceTreeNode node, string path)
    {
        if (DeviceTreeNames.IsCompatible(node, "multiboot,module") || DeviceTreeNames.IsCompatible(node, "xen,multiboot-module"))
        {
            _reg.Read(node, path, Bus.Cpu, RegionKind.ReservedMemory);
        }
        else if (DeviceTreeNames.IsCompatible(node, "xen,domain-shared-memory-v1"))
        {
            ReadSharedMemory(node, path);
        }

        ReadModules(node, path);
    }

    /// <summary>Reads host address, guest address and size; without the first Xen looks for a place of its own.</summary>
    private void ReadSharedMemory(DeviceTreeNode node, string path)
    {
        if (!node.TryGetProperty("xen,shared-mem", out DeviceTreeProperty shared)
            || !_reg.HasAddresses(node, path, RegionKind.ReservedMemory))
        {
            return;
        }

        uint cells = shared.Length / 4;
        bool isPlaced = cells == (2 * node.AddressCells) + node.SizeCells;
        if (!isPlaced && cells != node.AddressCells + node.SizeCells)
        {
            _regions.Report(
                path,
                $"its xen,shared-mem has {shared.Length} bytes, which are no host address, guest address and size",
                "correct it, or the parent's #address-cells and #size-cells");
        }
        else if (isPlaced)
        {
            shared.TryReadCells(0, node.AddressCells, out ulong start);
            shared.TryReadCells(2 * node.AddressCells, node.SizeCells, out ulong size);
            _regions.Add(RegionKind.ReservedMemory, start, size, path);
        }
    }
}
