using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Drivers;

/// <summary>
/// Gives memory back to Xen and takes it again, until the guest has as much as it shall. Xen may do less than it is asked for;
/// the driver then keeps what it got and goes on at the next call of <see cref="Step"/>.
/// </summary>
/// <typeparam name="TPages">What leads to the kernel's allocator; it is copied.</typeparam>
internal unsafe struct Balloon<TPages>
    where TPages : struct, IPageSource
{
    /// <summary>How many frames one step moves at most.</summary>
    public const uint FramesPerStep = 64;

    private readonly Gfn* _holes;
    private readonly ulong _capacity;
    private readonly TPages _pages;
    private ulong _count;

    /// <param name="pages">The kernel's allocator.</param>
    /// <param name="holes">Keeps the frames that are given back.</param>
    /// <param name="capacity">How many: no more memory than that is ever given back.</param>
    public Balloon(TPages pages, Gfn* holes, ulong capacity)
    {
        _pages = pages;
        _holes = holes;
        _capacity = capacity;
        _count = 0;
    }

    /// <summary>How many frames are with Xen.</summary>
    public readonly ulong Count => _count;

    /// <summary>Asks how many frames the guest has.</summary>
    /// <param name="frames">The number.</param>
    public static bool TryGetSize(out ulong frames)
    {
        MemoryDomain self = default;
        self.domid = DomId.Self;
        XenQuantity asked = MemoryOp.CurrentReservation(&self);
        frames = asked.IsSuccess ? asked.Value : 0;
        return asked.IsSuccess;
    }

    /// <summary>Comes a step closer to a size.</summary>
    /// <param name="target">How many frames the guest shall have.</param>
    /// <returns>Whether there was progress. If not it is best to wait before the next step.</returns>
    public bool Step(ulong target)
    {
        if (!TryGetSize(out ulong size) || size == target)
        {
            return false;
        }

        return size > target
            ? TryShrink(Least(size - target, _capacity - _count)) > 0
            : TryGrow(Least(target - size, _count)) > 0;
    }

    private static uint Least(ulong wanted, ulong possible)
    {
        ulong least = wanted < possible ? wanted : possible;
        return least < FramesPerStep ? (uint)least : FramesPerStep;
    }

    private ulong TryShrink(uint wanted)
    {
        Gfn* frames = stackalloc Gfn[(int)FramesPerStep];
        uint taken = 0;
        while (taken < wanted && _pages.TryTake(out frames[taken]))
        {
            taken++;
        }

        if (taken == 0)
        {
            return 0;
        }

        ExtentCount answered = MemoryOp.DecreaseReservation(frames, taken, extent_order: 0, mem_flags: 0, DomId.Self);
        ulong done = Done(answered, taken);
        for (uint index = 0; index < taken; index++)
        {
            if (index < done)
            {
                _holes[_count++] = frames[index];
            }
            else
            {
                _pages.Give(frames[index]); // Xen did not take it
            }
        }

        return done;
    }

    private ulong TryGrow(uint wanted)
    {
        if (wanted == 0)
        {
            return 0;
        }

        Gfn* frames = stackalloc Gfn[(int)FramesPerStep];
        for (uint index = 0; index < wanted; index++)
        {
            frames[index] = _holes[_count - 1 - index];
        }

        ExtentCount answered = MemoryOp.PopulatePhysmap(frames, wanted, extent_order: 0, mem_flags: 0, DomId.Self);
        ulong done = Done(answered, wanted);
        for (uint index = 0; index < done; index++)
        {
            _pages.Give(frames[index]);
        }

        _count -= done;
        return done;
    }

    /// <summary>How many extents were done: all, some, or with an error number none.</summary>
    private static ulong Done(ExtentCount answered, uint asked)
    {
        if (answered.IsAll(asked))
        {
            return asked;
        }

        return answered.Value > 0 && answered.Value < asked ? (ulong)answered.Value : 0;
    }
}
