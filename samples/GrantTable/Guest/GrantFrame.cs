using HypercallSdk;
using HypercallSdk.Xen;

namespace GrantTable.Guest;

/// <summary>The first frame of the grant table and where it is mapped.</summary>
/// <param name="gfn">Where: the first frame of /hypervisor's region 0.</param>
internal readonly unsafe struct GrantFrame([MapTarget] Gfn gfn)
{
    /// <summary>The address of the frame's first entry.</summary>
    public GuestPhysicalAddress Address => gfn.Address;

    /// <summary>A reference that is this guest's to use: those below 8 are the toolstack's.</summary>
    public static GrantRef FreeReference => new(8);

    /// <summary>Maps the frame.</summary>
    public bool TryMap()
    {
        XenResult asked = GrantTableOp.QuerySize(DomId.Self, out uint count, out uint maximum, out GrantStatus status);
        if (asked.IsFailure || status != GrantStatus.Okay)
        {
            return Failure.Of("GNTTABOP_query_size", asked, status);
        }

        XenResult versioned = GrantTableOp.GetVersion(DomId.Self, out uint version);
        if (versioned.IsFailure || version != 1)
        {
            return Failure.Of("GNTTABOP_get_version", versioned);
        }

        XenResult mapped = MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, idx: 0, gfn);
        if (mapped.IsFailure)
        {
            return Failure.Of("XENMEM_add_to_physmap", mapped);
        }

        Line line = default;
        line.Add("grant table: version ");
        line.AddNumber(version);
        line.Add(", ");
        line.AddNumber(count);
        line.Add(" of ");
        line.AddNumber(maximum);
        line.Add(" frames; frame 0 mapped at ");
        line.AddHex(Address.Value);
        line.Write();
        return true;
    }

    /// <summary>Asks Xen where it thinks the frame is.</summary>
    public bool TryVerify()
    {
        Gfn found = Gfn.Invalid;
        XenResult asked = GrantTableOp.SetupTable(DomId.Self, nr_frames: 1, out GrantStatus status, &found);
        if (asked.IsFailure || status != GrantStatus.Okay)
        {
            return Failure.Of("GNTTABOP_setup_table", asked, status);
        }

        if (found != gfn)
        {
            return Failure.Of("GNTTABOP_setup_table", "the frame is elsewhere");
        }

        Line.Write("verified: GNTTABOP_setup_table names the same frame");
        return true;
    }

    /// <summary>Prints the mapping.</summary>
    public void Report() =>
        MemoryMapReport.Write(new AddressRange(Address, GuestPhysicalAddress.PageSize), "grant table, frame 0");
}
