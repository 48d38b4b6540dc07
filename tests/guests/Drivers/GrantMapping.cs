using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>A page that another domain has granted, mapped where nothing else lives.</summary>
internal unsafe struct GrantMapping
{
    private const int Attempts = 100;

    private readonly GuestPhysicalAddress _where;
    private readonly GrantHandle _handle;

    private GrantMapping(GuestPhysicalAddress where, GrantHandle handle)
    {
        _where = where;
        _handle = handle;
    }

    /// <summary>The page's first byte.</summary>
    public readonly void* Pointer => Physical.At(_where.Frame);

    /// <summary>Maps a granted page.</summary>
    /// <param name="owner">Whose page it is.</param>
    /// <param name="reference">The reference that the owner told.</param>
    /// <param name="where">Where: a page that nothing is at.</param>
    /// <param name="mapping">The mapping.</param>
    /// <returns>Why it failed, or <see cref="GrantStatus.Okay"/>.</returns>
    public static GrantStatus TryMap(DomId owner, GrantRef reference, [MapTarget] GuestPhysicalAddress where, out GrantMapping mapping)
    {
        mapping = default;
        GrantStatus status = GrantStatus.Again;
        for (int attempt = 0; attempt < Attempts && status == GrantStatus.Again; attempt++)
        {
            XenResult asked = GrantTableOp.MapGrantRef(
                where, GrantMapFlags.HostMap, reference, owner, out GrantStatus answered, out GrantHandle handle, out _);
            status = asked.IsSuccess ? answered : GrantStatus.GeneralError;
            if (status == GrantStatus.Okay)
            {
                mapping = new GrantMapping(where, handle);
            }
            else if (status == GrantStatus.Again && SchedOp.Yield().IsFailure)
            {
                return status; // the owner's page is with a pager, which gets no time
            }
        }

        return status;
    }

    /// <summary>Ends the mapping.</summary>
    /// <returns>Whether its place is free again. If not nothing else may be mapped there, ever.</returns>
    public readonly bool TryUnmap()
    {
        XenResult asked = GrantTableOp.UnmapGrantRef(_where, dev_bus_addr: 0, _handle, out GrantStatus status);
        return asked.IsSuccess && status == GrantStatus.Okay;
    }
}
