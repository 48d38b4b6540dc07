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

    /// <summary>
    /// The page that the domain grants to itself. Xen for x86 knows one place of a page: mapping the grant takes it from here, and
    /// each write to what is then a hole costs an emulated instruction.
    /// </summary>
    public const uint GrantedPage = 21;

    /// <summary>What a PV guest's start info begins with: <c>xen-</c>.</summary>
    private const uint PvMagic = 0x2D6E6578;

    private const ulong PvhMemory = 32UL << 20; // far behind the image
    private const ulong PvMemory = 7UL << 20; // behind the image, in what is mapped at the start
    private const ulong AfterPages = 32; // behind the pages below
    private const ulong FirstHole = 1UL << (32 - 12);
    private const string NothingThere = "behind all devices of a small machine; the memory map has nothing there";

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
    /// <param name="start">The device tree, or what x86 has in its place: which it is, it says itself.</param>
    /// <param name="place">The place.</param>
    public static bool TryFind(byte* start, out Place place) => *(uint*)start switch
    {
        HvmStart.Magic => TryFindBehind(PvhMemory, FirstHole, out place),
        PvMagic => TryFindBehind(PvMemory, (PvMemory >> GuestPhysicalAddress.PageShift) + AfterPages, out place),
        _ => TryFindInDeviceTree(start, out place),
    };

    // x86 promises no hole: behind all devices of a small machine nothing is. A PV guest has no holes, and nothing is mapped where
    // it asks for that: in the place of its grant table it writes to a page of its own.
    private static bool TryFindBehind(ulong memory, ulong grantTable, out Place place)
    {
        bool found = DomainNumber.TryFindOwn(out DomId self);
        place = new Place(
            GuestPhysicalAddress.Unproven(memory, "behind the image"),
            Gfn.Unproven(grantTable, NothingThere),
            Gfn.Unproven(FirstHole + 1, NothingThere),
            self);
        return found;
    }

    private static bool TryFindInDeviceTree(byte* start, out Place place)
    {
        place = default;
        if (DeviceTree.Open(start, DeviceTree.TotalSize(start), out DeviceTree tree, out _) != DeviceTreeStatus.Ok
            || !HypervisorRegions.TryFind(tree, out HypervisorRegions regions)
            || !DomainNumber.TryFindOwn(out DomId self))
        {
            return false;
        }

        // The middle of the memory, where neither the image nor the device tree lies.
        AddressRange own = MemoryBanks.Of(tree).Get(0);
        place = new Place(own.Start + (own.Size / 2), regions.GetRegion(0).FirstFrame, HolesOf(regions), self);
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

    // Xen has extended regions for 64-bit domains only; the end of the grant table's place is as empty.
    [return: Proven]
    private static Gfn HolesOf(HypervisorRegions regions) =>
        regions.Count > 1 ? regions.GetRegion(1).FirstFrame : regions.GetRegion(0).FirstFrame + 32;
}
