namespace HypercallSdk.Guests.Drivers;

/// <summary>The kernel's own allocator of pages of RAM.</summary>
internal interface IPageSource
{
    /// <summary>Takes a page out of use.</summary>
    /// <param name="page">The page, which nothing refers to any more.</param>
    /// <returns>Whether there was one.</returns>
    bool TryTake(out Gfn page);

    /// <summary>Puts a page of RAM into use.</summary>
    void Give(Gfn page);
}
