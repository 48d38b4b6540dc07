using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>
/// What depends on the machine: memory of the guest's own that nothing else uses, and guest frames where nothing is. All else here
/// is the same for every guest.
/// </summary>
internal readonly unsafe struct Place
{
    /// <summary>The page that Xen writes the vCPU's run state to, from the time that it is told to.</summary>
    public const uint RunstatePage = 16;

    /// <summary>The page that Xen writes the vCPU's time to.</summary>
    public const uint TimePage = 17;

    /// <summary>The page that holds the vCPU's vcpu_info.</summary>
    public const uint VcpuInfoPage = 18;

    /// <summary>The page that holds what Xen and the guest tell each other of FIFO event channels.</summary>
    public const uint EventControlPage = 19;

    /// <summary>A page of a FIFO event array.</summary>
    public const uint EventArrayPage = 20;

    private readonly GuestPhysicalAddress _memory;

    [Proven]
    private readonly Gfn _holes;

    private Place(GuestPhysicalAddress memory, [MapTarget] Gfn grantTable, [MapTarget] Gfn holes, DomId ownDomain)
    {
        _memory = memory;
        _holes = holes;
        GrantTable = grantTable;
        OwnDomain = ownDomain;
    }

    /// <summary>A domain's number that no domain has.</summary>
    public static DomId Nobody => new(0x1234);

    /// <summary>A frame's number that lies beyond what any domain can have.</summary>
    public static ulong NoFrame => 1UL << 40;

    /// <summary>A frame where nothing is, for the grant table.</summary>
    [Proven]
    public Gfn GrantTable { get; }

    /// <summary>The domain's own number.</summary>
    public DomId OwnDomain { get; }

    /// <summary>Finds all of it in what the guest was started with.</summary>
    /// <param name="start">The device tree.</param>
    /// <param name="place">The place.</param>
    public static bool TryFind(byte* start, out Place place)
    {
        place = default;
        if (DeviceTree.Open(start, DeviceTree.TotalSize(start), out DeviceTree tree, out _) != DeviceTreeStatus.Ok
            || !HypervisorRegions.TryFind(tree, out HypervisorRegions regions)
            || !TryFindSelf(out DomId self))
        {
            return false;
        }

        // The middle of the memory, where neither the image nor the device tree lies.
        AddressRange own = MemoryBanks.Of(tree).Get(0);
        place = new Place(own.Start + (own.Size / 2), regions.GetRegion(0).FirstFrame, regions.GetRegion(1).FirstFrame, self);
        return true;
    }

    /// <summary>An own page, emptied.</summary>
    public byte* Page(uint index)
    {
        byte* page = (byte*)AddressOf(index).Value;
        for (uint offset = 0; offset < GuestPhysicalAddress.PageSize; offset++)
        {
            page[offset] = 0;
        }

        return page;
    }

    /// <summary>An own page's guest physical address.</summary>
    public GuestPhysicalAddress AddressOf(uint index) => _memory + (index * GuestPhysicalAddress.PageSize);

    /// <summary>An own page's frame.</summary>
    public Gfn FrameOf(uint index) => AddressOf(index).Frame;

    /// <summary>A frame where nothing is.</summary>
    [return: Proven]
    public Gfn Hole(uint index) => _holes + index;

    // Xen answers a question about a domain's grant table to that domain, and to the control domain, whose number is 0.
    private static bool TryFindSelf(out DomId self)
    {
        for (ushort number = 0; number < DomId.Self.Value; number++)
        {
            self = new DomId(number);
            XenResult asked = GrantTableOp.QuerySize(self, out _, out _, out GrantStatus status);
            if (asked.IsSuccess && status == GrantStatus.Okay)
            {
                return true;
            }
        }

        self = default;
        return false;
    }
}
