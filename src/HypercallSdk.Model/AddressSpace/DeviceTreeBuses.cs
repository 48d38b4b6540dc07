using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Reads how a node's children are addressed.</summary>
internal static class DeviceTreeBuses
{
    // A PCI address is 3 cells: flags, then 64 bits of address.
    private const uint PciAddressCells = 3;

    /// <summary>Whether the node is a host bridge of PCI, whose windows are where its devices live.</summary>
    public static bool IsPci(DeviceTreeNode node) =>
        node.TryGetProperty("device_type", out DeviceTreeProperty type) && type.StringEquals("pci");

    /// <summary>Reads a <c>ranges</c> property.</summary>
    /// <param name="node">The node that has it.</param>
    /// <param name="ranges">The property.</param>
    /// <param name="windows">Its entries.</param>
    /// <returns>Whether it is whole entries of bus address, parent address and size.</returns>
    public static bool TryRead(DeviceTreeNode node, DeviceTreeProperty ranges, out IReadOnlyList<BusWindow> windows)
    {
        List<BusWindow> read = [];
        windows = read;
        uint addressCells = node.ChildAddressCells;
        uint sizeCells = node.ChildSizeCells;
        if (addressCells > PciAddressCells || !IsOneOrTwo(node.AddressCells) || !IsOneOrTwo(sizeCells))
        {
            return false;
        }

        uint entryCells = addressCells + node.AddressCells + sizeCells;
        if (ranges.Length % (entryCells * 4) != 0)
        {
            return false;
        }

        for (uint cell = 0; cell < ranges.Length / 4; cell += entryCells)
        {
            read.Add(ReadWindow(node, ranges, cell, addressCells, sizeCells));
        }

        return true;
    }

    /// <summary>Whether a number of this many cells is an address or size of a CPU's.</summary>
    public static bool IsOneOrTwo(uint cells) => cells is 1 or 2;

    private static BusWindow ReadWindow(
        DeviceTreeNode node, DeviceTreeProperty ranges, uint cell, uint addressCells, uint sizeCells)
    {
        uint flagCells = addressCells == PciAddressCells ? 1u : 0u;
        ranges.TryReadCells(cell + flagCells, addressCells - flagCells, out ulong busStart);
        ranges.TryReadCells(cell + addressCells, node.AddressCells, out ulong parentStart);
        ranges.TryReadCells(cell + addressCells + node.AddressCells, sizeCells, out ulong size);
        return new BusWindow(busStart, parentStart, size);
    }
}
