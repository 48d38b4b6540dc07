namespace HypercallSdk.Model.AddressSpace;

/// <summary>Reads the addresses that a node states.</summary>
internal sealed class DeviceTreeRegReader
{
    private const uint LongestName = 255;

    private readonly RegionCollector _regions;

    /// <param name="regions">Takes the regions.</param>
    public DeviceTreeRegReader(RegionCollector regions)
    {
        _regions = regions;
    }

    /// <summary>Reads a node's <c>reg</c>, if it has one that the CPU can address.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">Its path.</param>
    /// <param name="bus">What its addresses are addresses of.</param>
    /// <param name="kind">What lives there.</param>
    public void Read(DeviceTreeNode node, string path, Bus bus, RegionKind kind)
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
    public bool HasAddresses(DeviceTreeNode node, string path, RegionKind kind)
    {
        bool hasAddresses = DeviceTreeBuses.IsOneOrTwo(node.AddressCells) && DeviceTreeBuses.IsOneOrTwo(node.SizeCells);
        if (!hasAddresses && kind != RegionKind.Device)
        {
            _regions.Report(
                path,
                $"its addresses have {node.AddressCells} cells and its sizes {node.SizeCells}",
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

    /// <summary>
    /// The path of a node in another. All that is in the node begins with it, so that a name without end would be kept as often.
    /// </summary>
    public bool TryName(DeviceTreeNode node, string parentPath, out string path)
    {
        bool isShort = node.NameLength <= LongestName;
        path = isShort ? $"{parentPath}/{DeviceTreeNames.Of(node)}" : parentPath;
        if (!isShort)
        {
            _regions.Report(parentPath, $"the name of a node in it has {node.NameLength} characters", "give it a name of 31 at most");
        }

        return isShort;
    }
}
