namespace HypercallSdk.Model.Abi;

/// <summary>How a hypercall leaves the guest.</summary>
public enum ConduitKind
{
    /// <summary>Arm's <c>hvc #0xEA1</c>, with the hypercall's number in x16, or in r12 on 32-bit Arm.</summary>
    Hvc,

    /// <summary>x86's page of 128 entries that Xen fills with whatever traps on this machine; the guest's image gives it.</summary>
    HypercallPage,

    /// <summary>Intel's instruction, for an x86 guest in hardware's own virtualisation.</summary>
    Vmcall,

    /// <summary>AMD's instruction, for an x86 guest in hardware's own virtualisation.</summary>
    Vmmcall,

    /// <summary>A paravirtualised 64-bit x86 guest's instruction.</summary>
    Syscall,

    /// <summary>A paravirtualised 32-bit x86 guest's interrupt, <c>int 0x82</c>.</summary>
    Int82,

    /// <summary>A process of a Linux control domain: its kernel makes the hypercall, by <c>/dev/xen/privcmd</c>.</summary>
    Privcmd,

    /// <summary>A function pointer that a test fills; nothing traps.</summary>
    Hook,
}
