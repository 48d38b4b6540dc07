using System.Linq;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>What lives in a guest's address space without any device tree saying so.</summary>
public static class HiddenRegions
{
    /// <summary>
    /// The regions that Xen and the architecture place for a kind of guest. An Arm dom0 has none, since its layout is the host's,
    /// and neither has a PV guest, in whose address space nothing can be mapped by frame.
    /// </summary>
    /// <param name="guest">The kind of guest.</param>
    /// <param name="minimum">The oldest release that it runs on; it runs on all later ones too.</param>
    /// <param name="stated">What the project's memory maps say.</param>
    public static MemoryMap For(GuestKind guest, XenRelease minimum, MemoryMap stated)
    {
        HiddenRegion[] hidden = guest switch
        {
            GuestKind.ArmDomU => ArmGuestRegions.All,
            GuestKind.Pvh => X86GuestRegions.Pvh,
            GuestKind.Hvm => X86GuestRegions.Hvm,
            _ => [],
        };
        return new MemoryMap(hidden.Where(region => region.Holds(minimum, stated)).Select(static region => region.Region));
    }
}
