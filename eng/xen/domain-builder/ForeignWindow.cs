using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>A page of the builder's address space in which a page of another domain is seen at a time.</summary>
internal readonly unsafe struct ForeignWindow
{
    private const ulong PageSize = GuestPhysicalAddress.PageSize;
    private const ulong Writable = 0x67; // a page-table entry's bits: present, writable, for the kernel in ring 3, accessed, dirty

    private readonly byte* _page;
    private readonly DomId _domain;

    /// <param name="start">
    /// What Xen started the builder with. Behind the page tables is a stack of one page, and behind that Xen maps at least 512 KiB
    /// that hold nothing.
    /// </param>
    /// <param name="domain">The other domain.</param>
    public ForeignWindow(StartInfo* start, DomId domain)
    {
        _page = (byte*)(start->pt_base + ((start->nr_pt_frames + 1) * (nuint)PageSize));
        _domain = domain;
    }

    /// <summary>Fills a part of the domain's memory.</summary>
    /// <param name="address">The guest physical address where it begins.</param>
    /// <param name="bytes">What is written.</param>
    /// <param name="count">How many bytes that are.</param>
    /// <param name="size">The part's size; what is behind the bytes becomes zeros.</param>
    public bool TryWrite(ulong address, byte* bytes, ulong count, ulong size)
    {
        ulong end = address + size;
        for (ulong page = address & ~(PageSize - 1); page < end; page += PageSize)
        {
            ulong entry = page | Writable;
            XenResult mapped = UpdateVaMappingOtherdomain.Update(
                (nuint)_page, entry, (nuint)(VaMappingFlush.Page | VaMappingFlush.Local), _domain);
            if (!Report.Failure("mapping a page of the domain"u8, mapped))
            {
                return false;
            }

            Fill(page < address ? address : page, page + PageSize < end ? page + PageSize : end, address, bytes, count);
        }

        return true;
    }

    // The part of the page in the window that lies from one address to another; what is beside it may be another part's.
    private void Fill(ulong from, ulong to, ulong address, byte* bytes, ulong count)
    {
        for (ulong at = from; at < to; at++)
        {
            _page[at % PageSize] = at - address < count ? bytes[at - address] : (byte)0;
        }
    }
}
