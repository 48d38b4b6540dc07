namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>What a guest is booted as.</summary>
public enum DomainKind
{
    /// <summary>The control domain on arm64.</summary>
    Dom0,

    /// <summary>A domain on arm64 that Xen makes itself, with no control domain beside it.</summary>
    DomU,

    /// <summary>The control domain on arm64, of which it has the 32-bit part only.</summary>
    Arm32Dom0,

    /// <summary>A domain on arm64 that Xen makes itself, of which it has the 32-bit part only.</summary>
    Arm32DomU,

    /// <summary>The control domain on x86-64, paravirtualised.</summary>
    PvDom0,

    /// <summary>The control domain on x86-64, virtualised by hardware.</summary>
    PvhDom0,

    /// <summary>A domain on x86-64, virtualised by hardware, that a control domain of eng/xen makes.</summary>
    PvhDomU,

    /// <summary>A program in the control domain on x86-64, whose kernel is Linux, paravirtualised.</summary>
    LinuxPvDom0,

    /// <summary>A program in the control domain on x86-64, whose kernel is Linux, virtualised by hardware.</summary>
    LinuxPvhDom0,
}
