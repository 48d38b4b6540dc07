using HypercallSdk;
using HypercallSdk.Xen;

namespace GrantTable.Guest;

/// <summary>
/// The main job: finds out where mapping is safe, maps the grant table there, and proves that it works by granting a page and
/// mapping the grant in an extended region.
/// </summary>
internal static unsafe class GrantTableGuest
{
    /// <summary>Runs the guest.</summary>
    /// <param name="deviceTree">The device tree that Xen handed over.</param>
    /// <param name="directMap">Where physical memory is seen.</param>
    /// <returns>Whether everything could be mapped and verified.</returns>
    public static bool Run(byte* deviceTree, DirectMap directMap)
    {
        XenVersionNumber version = XenVersion.Version();
        Line line = default;
        line.Add("GrantTable: Xen ");
        line.AddNumber(version.Major);
        line.Add(".");
        line.AddNumber(version.Minor);
        line.Write();

        if (!Machine.TryRead(deviceTree, directMap, out Machine machine))
        {
            return false;
        }

        machine.Report();
        GrantFrame frame = new(machine.Regions.GetRegion(0).FirstFrame);
        if (!frame.TryMap() || !frame.TryVerify() || !SafeSpace.TryFind(machine, out Gfn space))
        {
            return false;
        }

        SharedPage page = new(machine, frame, space);
        if (!page.TryGrant() || !page.TryMap() || !page.TryVerify())
        {
            return false;
        }

        Line.Write("memory map");
        frame.Report();
        page.Report();
        bool isUnmapped = page.TryUnmap();
        Line.Write(isUnmapped ? "GrantTable: done" : "GrantTable: failed");
        return isUnmapped;
    }
}
