using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>The releases in which something exists, apart from who is answered there.</summary>
public static class Releases
{
    /// <summary>The release that Xen's head will be: its headers are those of the measured layouts and constants.</summary>
    public static XenRelease Head { get; } = new(4, 23);

    /// <summary>Whether a release has it.</summary>
    public static bool Covers(this Availability availability, XenRelease release, AbiKind abi)
    {
        bool isArm = AbiSet.Arm.Has(abi);
        XenRelease? since = isArm ? availability.SinceOnArm ?? availability.Since : availability.Since;
        return !(release < since) && !(release > availability.Until);
    }
}
