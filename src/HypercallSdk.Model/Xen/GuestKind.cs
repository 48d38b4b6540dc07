namespace HypercallSdk.Model.Xen;

/// <summary>What kind of guest a kernel is, which decides what its address space looks like.</summary>
public enum GuestKind
{
    /// <summary>The hardware domain on Arm: the host's own layout, RAM mapped one to one.</summary>
    ArmDom0,

    /// <summary>An unprivileged domain on Arm: Xen's guest layout.</summary>
    ArmDomU,

    /// <summary>An x86 guest in hardware's own virtualisation, without emulated devices.</summary>
    Pvh,

    /// <summary>An x86 guest in hardware's own virtualisation, with emulated devices.</summary>
    Hvm,

    /// <summary>A paravirtualised x86 guest.</summary>
    Pv,

    /// <summary>No kernel: a process in the hardware domain, whose kernel is Linux.</summary>
    LinuxDom0,
}
