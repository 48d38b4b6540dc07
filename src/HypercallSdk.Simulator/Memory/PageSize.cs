namespace HypercallSdk.Simulator.Memory;

/// <summary>Xen's page: 4 KiB, whatever the guest's own page is.</summary>
internal static class PageSize
{
    /// <summary>The base-2 logarithm of a page's size in bytes.</summary>
    public const int Shift = 12;

    /// <summary>A page's size in bytes.</summary>
    public const int Bytes = 1 << Shift;
}
