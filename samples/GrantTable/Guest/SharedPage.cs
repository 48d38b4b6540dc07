using HypercallSdk;
using HypercallSdk.Xen;

namespace GrantTable.Guest;

/// <summary>A page of own memory that is granted and mapped a second time, as a page of another domain would be.</summary>
internal unsafe struct SharedPage
{
    private const ulong Pattern = 0x1122334455667788;

    private readonly Machine _machine;
    private readonly GrantFrame _frame;
    [Proven]
    private readonly GuestPhysicalAddress _target;
    private DomId _self;
    private GrantHandle _handle;

    /// <param name="machine">The machine.</param>
    /// <param name="frame">The grant table's first frame.</param>
    /// <param name="space">Where the page is to be mapped: a frame at which nothing lives.</param>
    public SharedPage(in Machine machine, GrantFrame frame, [MapTarget] Gfn space)
    {
        _machine = machine;
        _frame = frame;
        _target = space.Address;
        _self = default;
        _handle = default;
    }

    private readonly GrantEntryV1* Entry =>
        (GrantEntryV1*)_machine.DirectMap.At(_frame.Address) + GrantFrame.FreeReference.Value;

    private readonly AddressRange Mapping => new(_target, GuestPhysicalAddress.PageSize);

    /// <summary>Writes a pattern to the page and grants it to this very domain.</summary>
    public bool TryGrant()
    {
        if (!TryFindSelf(out _self))
        {
            return Failure.Of("own domain number", "Xen names none");
        }

        *(ulong*)_machine.DirectMap.At(_machine.SparePage) = Pattern;
        Entry->domid = _self;
        Entry->frame = (uint)_machine.SparePage.Frame.Value;

        // The flags make the entry live. No barrier stands before them, because nobody but this processor reads the entry;
        // where another domain does, one must.
        Entry->flags = GrantEntryFlags.PermitAccess;
        return true;
    }

    /// <summary>Maps the grant.</summary>
    public bool TryMap()
    {
        XenResult mapped = GrantTableOp.MapGrantRef(
            _target, GrantMapFlags.HostMap, GrantFrame.FreeReference, _self, out GrantStatus status, out _handle, out _);
        if (mapped.IsFailure || status != GrantStatus.Okay)
        {
            return Failure.Of("GNTTABOP_map_grant_ref", mapped, status);
        }

        Line line = default;
        line.Add("grant ");
        line.AddNumber(GrantFrame.FreeReference.Value);
        line.Add(": own page ");
        line.AddHex(_machine.SparePage.Value);
        line.Add(" mapped at ");
        line.AddHex(_target.Value);
        line.Write();
        return true;
    }

    /// <summary>Reads the page where it is mapped.</summary>
    public readonly bool TryVerify()
    {
        ulong read = *(ulong*)_machine.DirectMap.At(_target);
        if (read != Pattern)
        {
            return Failure.Of("the mapped page", "it holds something else");
        }

        Line line = default;
        line.Add("verified: it reads ");
        line.AddHex(read);
        line.Add(" there");
        line.Write();
        return true;
    }

    /// <summary>Takes the mapping away.</summary>
    public readonly bool TryUnmap()
    {
        XenResult unmapped = GrantTableOp.UnmapGrantRef(_target, dev_bus_addr: 0, _handle, out GrantStatus status);
        if (unmapped.IsFailure || status != GrantStatus.Okay)
        {
            return Failure.Of("GNTTABOP_unmap_grant_ref", unmapped, status);
        }

        Entry->flags = GrantEntryFlags.Invalid;
        return true;
    }

    /// <summary>Prints the page and the mapping.</summary>
    public readonly void Report()
    {
        MemoryMapReport.Write(_machine.Memory, "own memory");
        MemoryMapReport.Write(new AddressRange(_machine.SparePage, GuestPhysicalAddress.PageSize), "own page that is granted");
        MemoryMapReport.Write(Mapping, "the same page, through grant ", GrantFrame.FreeReference.Value);
    }

    /// <summary>
    /// A guest on Arm is not told its own number, but a grant entry must name it. Xen answers a question about a domain's
    /// grant table to that domain, and to the control domain, whose number is 0 and is tried first.
    /// </summary>
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
