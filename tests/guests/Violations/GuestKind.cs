namespace HypercallSdk.Guests.Violations;

/// <summary>What the guest was booted as.</summary>
internal enum GuestKind
{
    /// <summary>A control domain on Arm.</summary>
    ArmDom0,

    /// <summary>Another domain on Arm.</summary>
    ArmDomU,

    /// <summary>A paravirtualised guest on x86.</summary>
    Pv,

    /// <summary>A guest on x86 that is virtualised by hardware, a control domain or not.</summary>
    Pvh,
}
