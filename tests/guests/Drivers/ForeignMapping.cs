using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>
/// A run of another domain's frames, mapped where nothing else lives. Either all of them are mapped or none: what Xen did of a
/// request that failed is taken back.
/// </summary>
internal unsafe struct ForeignMapping
{
    /// <summary>How many frames one mapping has at most.</summary>
    public const ushort Capacity = 64;

    private const int Attempts = 10;

    private readonly Gfn _first;
    private readonly ushort _count;

    private ForeignMapping(Gfn first, ushort count)
    {
        _first = first;
        _count = count;
    }

    /// <summary>The mapping's first byte.</summary>
    public readonly void* Pointer => Physical.At(_first);

    /// <summary>Maps frames of another domain.</summary>
    /// <param name="owner">The domain.</param>
    /// <param name="theirs">Its frames.</param>
    /// <param name="count">How many; at most <see cref="Capacity"/>.</param>
    /// <param name="here">Where the first is to be: so many frames must be free there.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="isPlaceFree">After a failure: whether the place can be used for something else.</param>
    /// <returns>0, or the first failure.</returns>
    public static XenResult TryMap(
        DomId owner, Gfn* theirs, ushort count, [MapTarget] Gfn here, out ForeignMapping mapping, out bool isPlaceFree)
    {
        mapping = default;
        isPlaceFree = true;
        if (count > Capacity)
        {
            return new XenResult(-(long)XenErrno.E2BIG);
        }

        XenULong* indexes = stackalloc XenULong[Capacity];
        Gfn* targets = stackalloc Gfn[Capacity];
        int* errors = stackalloc int[Capacity];
        for (ushort index = 0; index < count; index++)
        {
            indexes[index] = theirs[index].Value;
            targets[index] = here + index;
            errors[index] = -(int)XenErrno.EINVAL;
        }

        XenResult asked = MemoryOp.AddToPhysmapBatch(
            DomId.Self, MapSpace.GmfnForeign, count, owner, indexes, targets, errors);
        if (asked.IsFailure)
        {
            isPlaceFree = false; // how far Xen came nobody knows
            return asked;
        }

        asked = Finish(owner, indexes, here, errors, count);
        if (asked.IsFailure)
        {
            isPlaceFree = TryRemoveMapped(here, errors, count);
            return asked;
        }

        mapping = new ForeignMapping(here, count);
        return asked;
    }

    /// <summary>Ends the mapping.</summary>
    /// <returns>Whether its place is free again.</returns>
    public readonly bool TryUnmap()
    {
        bool all = true;
        for (ushort index = 0; index < _count; index++)
        {
            all &= MemoryOp.RemoveFromPhysmap(DomId.Self, _first + index).IsSuccess;
        }

        return all;
    }

    /// <summary>Asks again for the frames that Xen could not map at once, and says what failed for good.</summary>
    private static XenResult Finish(DomId owner, XenULong* theirs, [MapTarget] Gfn here, int* errors, ushort count)
    {
        XenResult first = default;
        for (ushort index = 0; index < count; index++)
        {
            for (int attempt = 0; attempt < Attempts && IsTransient(errors[index]); attempt++)
            {
                errors[index] = MapOne(owner, theirs[index], here + index);
            }

            first = first.IsSuccess ? new XenResult(errors[index]) : first;
        }

        return first;
    }

    private static int MapOne(DomId owner, XenULong theirs, [MapTarget] Gfn here)
    {
        int error = -(int)XenErrno.EINVAL;
        XenResult asked = MemoryOp.AddToPhysmapBatch(
            DomId.Self, MapSpace.GmfnForeign, size: 1, owner, &theirs, &here, &error);
        return asked.IsFailure ? -(int)asked.Errno : error;
    }

    /// <summary>Whether the frame is with a pager, or its owner's memory busy, so that asking again can help.</summary>
    private static bool IsTransient(int error) => error == -(int)XenErrno.EAGAIN || error == -(int)XenErrno.EBUSY;

    private static bool TryRemoveMapped(Gfn first, int* errors, ushort count)
    {
        bool all = true;
        for (ushort index = 0; index < count; index++)
        {
            all &= errors[index] != 0 || MemoryOp.RemoveFromPhysmap(DomId.Self, first + index).IsSuccess;
        }

        return all;
    }
}
