using System;

namespace HypercallSdk.Model.Xen;

/// <summary>A set of guest kinds; the bits are those of the attribute's <c>HypercallGuests</c>, whose 0 is <see cref="All"/> here.</summary>
[Flags]
public enum GuestSet
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The hardware domain on Arm.</summary>
    ArmDom0 = 1,

    /// <summary>An unprivileged domain on Arm.</summary>
    ArmDomU = 2,

    /// <summary>An x86 guest without emulated devices.</summary>
    Pvh = 4,

    /// <summary>An x86 guest with emulated devices.</summary>
    Hvm = 8,

    /// <summary>A paravirtualised x86 guest.</summary>
    Pv = 16,

    /// <summary>A process in a Linux hardware domain.</summary>
    LinuxDom0 = 32,

    /// <summary>The kinds that an Arm machine has.</summary>
    OnArm = ArmDom0 | ArmDomU | LinuxDom0,

    /// <summary>The kinds that an x86 machine has.</summary>
    OnX86 = Pvh | Hvm | Pv | LinuxDom0,

    /// <summary>All of them.</summary>
    All = OnArm | OnX86,
}
