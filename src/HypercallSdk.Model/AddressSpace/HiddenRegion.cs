using HypercallSdk.Model.Xen;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>A region that Xen or the architecture places without any device tree saying so.</summary>
/// <param name="Region">The region.</param>
/// <param name="Until">The last release that has it there; none for one that the newest has.</param>
/// <param name="Yields">
/// Whether it is a habit, and a map of this very guest knows better what is there: a directly mapped domain has the host's layout.
/// </param>
internal sealed record HiddenRegion(Region Region, XenRelease? Until = null, bool Yields = false)
{
    /// <summary>
    /// Whether a guest has to live with it that runs on a release and on all later ones, and whose maps say what they say.
    /// </summary>
    public bool Holds(XenRelease minimum, MemoryMap stated) =>
        (Until is not XenRelease last || last >= minimum) && !(Yields && stated.Find(Region.Start, Region.Last) is not null);
}
