using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Walks one device tree and gathers the regions that it describes.</summary>
internal sealed class DeviceTreeRegionReader
{
    private const string ReservedMemory = "reserved-memory";

    private readonly DeviceTree _tree;
    private readonly RegionCollector _regions;

    /// <param name="tree">The tree.</param>
    /// <param name="regions">Takes the regions.</param>
    public DeviceTreeRegionReader(DeviceTree tree, RegionCollector regions)
    {
        _tree = tree;
        _regions = regions;
    }

    /// <summary>Reads the whole tree; a reader reads once.</summary>
    public MemoryMapResult Read()
    {
        ReadReservations();
        ReadInitrd();
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

    private void ReadInitrd()
    {
        if (!_tree.TryFindPath("/chosen", out DeviceTreeNode chosen)
            || !chosen.TryGetProperty("linux,initrd-start", out DeviceTreeProperty start)
            || !chosen.TryGetProperty("linux,initrd-end", out DeviceTreeProperty end))
        {
            return;
        }

        if (!TryReadNumber(start, out ulong first) || !TryReadNumber(end, out ulong last) || last < first)
        {
            _regions.Report(
                "/chosen",
                "linux,initrd-start and linux,initrd-end are not two addresses of 32 or 64 bits in ascending order",
                "correct or remove them");
            return;
        }

        _regions.Add(RegionKind.ReservedMemory, first, last - first, "/chosen", " (initrd)");
    }

    private static bool TryReadNumber(DeviceTreeProperty property, out ulong value)
    {
        value = 0;
        return property.Length is 4 or 8 && property.TryReadCells(0, property.Length / 4, out value);
    }

    // As deep as the tree, which the check bounds.
    private void VisitChildren(DeviceTreeNode node, string path, Bus bus)
    {
        bool isThere = node.TryGetFirstChild(out DeviceTreeNode child);
        while (isThere)
        {
            string childPath = $"{path}/{DeviceTreeNames.Of(child)}";
            if (bus.IsAddressable)
            {
                ReadReg(child, childPath, bus, KindOf(child, path));
            }

            VisitChildren(child, childPath, BusOf(child, childPath, bus));
            isThere = child.TryGetNextSibling(out child);
        }
    }

    private static RegionKind KindOf(DeviceTreeNode node, string parentPath)
    {
        if (node.TryGetProperty("compatible", out DeviceTreeProperty compatible) && compatible.StringListContains("xen,xen"))
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

    private void ReadReg(DeviceTreeNode node, string path, Bus bus, RegionKind kind)
    {
        if (!node.TryGetProperty("reg", out DeviceTreeProperty reg) || !HasAddresses(node, path, kind))
        {
            return;
        }

        uint entrySize = (node.AddressCells + node.SizeCells) * 4;
        if (reg.Length % entrySize != 0)
        {
            _regions.Report(
                path,
                $"its reg has {reg.Length} bytes, which is no whole number of entries of {entrySize} bytes",
                "correct reg, or the parent's #address-cells and #size-cells");
            return;
        }

        DeviceTreeRanges.TryRead(node, out DeviceTreeRanges ranges);
        for (uint index = 0; index < ranges.Count; index++)
        {
            AddressRange range = ranges.Get(index);
            if (bus.TryTranslate(range.Start.Value, out ulong start))
            {
                AddEntry(kind, start, range.Size, path, index, ranges.Count);
            }
        }
    }

    /// <summary>Whether the node's <c>reg</c> is addresses and sizes, rather than a CPU's number or a place on a serial bus.</summary>
    private bool HasAddresses(DeviceTreeNode node, string path, RegionKind kind)
    {
        bool hasAddresses = DeviceTreeBuses.IsOneOrTwo(node.AddressCells) && DeviceTreeBuses.IsOneOrTwo(node.SizeCells);
        if (!hasAddresses && kind != RegionKind.Device)
        {
            _regions.Report(
                path,
                $"its reg has addresses of {node.AddressCells} cells and sizes of {node.SizeCells} cells",
                "let the parent's #address-cells and #size-cells be 1 or 2");
        }

        return hasAddresses;
    }

    private void AddEntry(RegionKind kind, ulong start, ulong size, string path, uint index, uint count)
    {
        bool isExtended = kind == RegionKind.GrantTable && index != 0;
        bool isNumbered = kind == RegionKind.GrantTable || count > 1;
        _regions.Add(isExtended ? RegionKind.Extended : kind, start, size, path, isNumbered ? $"[{index}]" : string.Empty);
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
