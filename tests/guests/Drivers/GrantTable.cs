using System.Threading;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>
/// The guest's own grant table, version 1: hands out references, and says through them which page another domain may use. A
/// reference is free, granted, or (after an <see cref="TryEndAccess"/> that came too early) still in the other domain's hands.
/// </summary>
internal unsafe struct GrantTable
{
    /// <summary>How many entries a frame of the table holds.</summary>
    public const uint EntriesPerFrame = GuestPhysicalAddress.PageSize / GrantEntryV1.SizeInBytes;

    private const uint None = 0; // reference 0 is the console's and never free

    [Proven]
    private readonly Gfn _first;
    private readonly uint* _next;
    private uint _free;

    private GrantTable([MapTarget] Gfn first, uint* next)
    {
        _first = first;
        _next = next;
        _free = None;
    }

    private readonly GrantEntryV1* Entries => (GrantEntryV1*)Physical.At(_first);

    /// <summary>Maps the table and makes its references free.</summary>
    /// <param name="region">Where it is to lie: on Arm the hypervisor node's region 0.</param>
    /// <param name="frames">How many frames the guest wants.</param>
    /// <param name="storage">One number for each reference, which the table keeps.</param>
    /// <param name="table">The table.</param>
    /// <returns>0; <c>-ENOMEM</c> the region or Xen has not so many frames, or none was wanted; what Xen answered.</returns>
    public static XenResult TryCreate([Proven] AddressRange region, uint frames, uint* storage, out GrantTable table)
    {
        table = default;
        XenResult sized = CheckSize(region, frames);
        if (sized.IsFailure)
        {
            return sized;
        }

        GrantTable made = new(region.FirstFrame, storage);
        XenResult mapped = made.Map(frames);
        if (mapped.IsSuccess)
        {
            made.FreeAll(frames * EntriesPerFrame);
            table = made;
        }

        return mapped;
    }

    /// <summary>Lets a domain use a page of own memory.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="page">The page.</param>
    /// <param name="isReadOnly">Whether the domain may only read it.</param>
    /// <param name="reference">What the domain is to be told.</param>
    /// <returns>Whether a reference was free and the page's number fits.</returns>
    public bool TryGrant(DomId domain, Gfn page, bool isReadOnly, out GrantRef reference)
    {
        reference = new GrantRef(_free);
        if (_free == None || page.Value > uint.MaxValue)
        {
            return false;
        }

        _free = _next[reference.Value];
        GrantEntryV1* entry = Entries + reference.Value;
        entry->domid = domain;
        entry->frame = (uint)page.Value;

        // From here on the other domain may map the page: what it needs for that must be in place before.
        GrantEntryFlags flags = GrantEntryFlags.PermitAccess | (isReadOnly ? GrantEntryFlags.ReadOnly : 0);
        Volatile.Write(ref *(ushort*)&entry->flags, (ushort)flags);
        return true;
    }

    /// <summary>Takes a page back, unless the other domain has it mapped.</summary>
    /// <param name="reference">The reference that was given out.</param>
    /// <returns>Whether the page is the guest's alone again. If not it must not be used for anything else yet.</returns>
    public bool TryEndAccess(GrantRef reference)
    {
        GrantEntryV1* entry = Entries + reference.Value;
        ref int word = ref *(int*)entry; // flags and domain: Xen changes the flags while the guest looks at them
        int seen = Volatile.Read(ref word);
        while (((GrantEntryFlags)seen & (GrantEntryFlags.Reading | GrantEntryFlags.Writing)) == 0)
        {
            int found = Interlocked.CompareExchange(ref word, (int)GrantEntryFlags.Invalid, seen);
            if (found == seen)
            {
                Free(reference.Value);
                return true;
            }

            seen = found;
        }

        return false;
    }

    private static XenResult CheckSize(AddressRange region, uint frames)
    {
        XenResult asked = GrantTableOp.QuerySize(DomId.Self, out _, out uint maximum, out GrantStatus status);
        if (asked.IsFailure)
        {
            return asked;
        }

        bool isRoom = status == GrantStatus.Okay && frames > 0 && frames <= maximum && frames <= region.FrameCount;
        return isRoom ? asked : new XenResult(-(long)XenErrno.ENOMEM);
    }

    /// <summary>The highest frame first: the table grows to it in one step.</summary>
    private readonly XenResult Map(uint frames)
    {
        for (uint index = frames; index > 0; index--)
        {
            XenResult mapped = MemoryOp.AddToPhysmap(DomId.Self, size: 0, MapSpace.GrantTable, index - 1, _first + (index - 1));
            if (mapped.IsFailure)
            {
                Unmap(index, frames);
                return mapped;
            }
        }

        return default;
    }

    private readonly void Unmap(uint from, uint to)
    {
        for (uint index = from; index < to; index++)
        {
            _ = MemoryOp.RemoveFromPhysmap(DomId.Self, _first + index); // a frame that stays does no harm: the region is for nothing else
        }
    }

    private void FreeAll(uint count)
    {
        for (uint reference = count - 1; reference >= ReservedGrantEntries.Count; reference--)
        {
            Free(reference);
        }
    }

    private void Free(uint reference)
    {
        _next[reference] = _free;
        _free = reference;
    }
}
