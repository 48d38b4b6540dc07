using HypercallSdk;

namespace GrantTable.Guest;

/// <summary>What the device tree says of the machine.</summary>
internal readonly unsafe struct Machine
{
    private readonly AddressRange _deviceTree;

    private Machine(DirectMap directMap, AddressRange deviceTree, AddressRange memory, HypervisorRegions regions)
    {
        DirectMap = directMap;
        _deviceTree = deviceTree;
        Memory = memory;
        Regions = regions;
    }

    /// <summary>Where physical memory is seen.</summary>
    public DirectMap DirectMap { get; }

    /// <summary>The first bank of the guest's own memory.</summary>
    public AddressRange Memory { get; }

    /// <summary>The regions that Xen promises to be free.</summary>
    public HypervisorRegions Regions { get; }

    /// <summary>
    /// A page of own memory that nothing uses: the image lies at the start of the bank, so the page is taken from its middle,
    /// or behind the device tree if that lies there.
    /// </summary>
    public GuestPhysicalAddress SparePage
    {
        get
        {
            GuestPhysicalAddress middle = (Memory.FirstFrame + (Memory.FrameCount / 2)).Address;
            return _deviceTree.Contains(middle) || _deviceTree.Contains(middle + (GuestPhysicalAddress.PageSize - 1))
                ? (_deviceTree.End.Frame + 1).Address
                : middle;
        }
    }

    /// <summary>Reads the device tree.</summary>
    public static bool TryRead(byte* blob, DirectMap directMap, out Machine machine)
    {
        machine = default;
        uint size = DeviceTree.TotalSize(blob);
        DeviceTreeStatus status = DeviceTree.Open(blob, size, out DeviceTree tree, out uint offset);
        if (status != DeviceTreeStatus.Ok)
        {
            Line line = default;
            line.Add("FAILED device tree: fault ");
            line.AddNumber((ulong)status);
            line.Add(" at offset ");
            line.AddHex(offset);
            line.Write();
            return false;
        }

        if (!HypervisorRegions.TryFind(tree, out HypervisorRegions regions))
        {
            return Failure.Of("device tree", "no /hypervisor node, so no address is known to be free");
        }

        MemoryBanks banks = MemoryBanks.Of(tree);
        if (banks.Count == 0)
        {
            return Failure.Of("device tree", "no memory");
        }

        machine = new Machine(directMap, new AddressRange(directMap.AddressOf(blob), size), banks.Get(0), regions);
        return true;
    }

    /// <summary>Prints what Xen says is whose.</summary>
    public void Report()
    {
        Line.Write("device tree");
        for (uint index = 0; index < Regions.Count; index++)
        {
            MemoryMapReport.Write(
                Regions.GetRegion(index),
                index == 0 ? "/hypervisor: for the grant table, region " : "/hypervisor: extended, region ",
                index);
        }

        MemoryMapReport.Write(Memory, "own memory");
    }
}
