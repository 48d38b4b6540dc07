using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Walks one device tree and gathers the regions that it describes.</summary>
internal sealed class DeviceTreeRegionReader
{
    private const string ReservedMemory = "reserved-memory";

    private readonly DeviceTree _tree;
    private readonly RegionCollector _regions;
    private readonly DeviceTreeRegReader _reg;

    /// <param name="tree">The tree.</param>
    /// <param name="regions">Takes the regions.</param>
    public DeviceTreeRegionReader(DeviceTree tree, RegionCollector regions)
    {
        _tree = tree;
        _regions = regions;
        _reg = new DeviceTreeRegReader(regions);
    }

    /// <summary>Reads the whole tree; a reader reads once.</summary>
    public MemoryMapResult Read()
    {
        ReadReservations();
        if (_tree.TryFindPath(DeviceTreeChosenReader.Path, out DeviceTreeNode chosen))
        {
            new DeviceTreeChosenReader(_regions, _reg).Read(chosen);
        }

        VisitChildren(_tree.Root, string.Empty, Bus.Cpu);
        return _regions.Result;
    }

    private void ReadReservations()
    {
        for (uint index = 0; index < _tree.Reservations.Count; index++)
        {
            AddressRange range = _tree.Reservations.Get(index);
            _regions.Add(RegionKind.ReservedMemory, range.Start.Value, range.Size, $"/memreserve/[{index}]");
        }
    }

    // As deep as the tree, which the check bounds.
    private void VisitChildren(DeviceTreeNode node, string path, Bus bus)
    {
        bool isThere = node.TryGetFirstChild(out DeviceTreeNode child);
        while (isThere)
        {
            if (_reg.TryName(child, path, out string childPath))
            {
                Visit(child, childPath, path, bus);
            }

            isThere = child.TryGetNextSibling(out child);
        }
    }

    private void Visit(DeviceTreeNode node, string path, string parentPath, Bus bus)
    {
        // What is chosen is no device; it was read already.
        if (path != DeviceTreeChosenReader.Path)
        {
            if (bus.IsAddressable)
            {
                _reg.Read(node, path, bus, KindOf(node, parentPath));
            }

            VisitChildren(node, path, BusOf(node, path, bus));
        }
    }

    private static RegionKind KindOf(DeviceTreeNode node, string parentPath)
    {
        if (DeviceTreeNames.IsCompatible(node, "xen,xen"))
        {
            return RegionKind.GrantTable;
        }

        if (parentPath == "/" + ReservedMemory)
        {
            return RegionKind.ReservedMemory;
        }

        if (parentPath.Length != 0 || !node.IsMemory)
        {
            return RegionKind.Device;
        }

        // Memory that is not to be used is still memory, and somebody else's: secure firmware's, for one.
        return node.IsEnabled ? RegionKind.Ram : RegionKind.ReservedMemory;
    }

    private Bus BusOf(DeviceTreeNode node, string path, Bus bus)
    {
        if (!node.TryGetProperty("ranges", out DeviceTreeProperty ranges))
        {
            // What is reserved is the CPU's memory by definition, even where the node forgets to say so.
            return path == "/" + ReservedMemory ? bus : Bus.Unreachable;
        }

        if (ranges.Length == 0 || !bus.IsAddressable)
        {
            return bus;
        }

        if (!DeviceTreeBuses.TryRead(node, ranges, out IReadOnlyList<BusWindow> windows))
        {
            _regions.Report(
                path,
                "its ranges is not whole entries of bus address, parent address and size",
                "correct ranges, or the #address-cells and #size-cells of the node and its parent");
            return Bus.Unreachable;
        }

        if (DeviceTreeBuses.IsPci(node))
        {
            AddWindows(windows, path, bus);
        }

        return bus.Behind(windows);
    }

    private void AddWindows(IReadOnlyList<BusWindow> windows, string path, Bus bus)
    {
        for (int index = 0; index < windows.Count; index++)
        {
            if (bus.TryTranslate(windows[index].ParentStart, out ulong start))
            {
                _regions.Add(RegionKind.Device, start, windows[index].Size, path, $" (window {index})");
            }
        }
    }
}
