using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>An answer that means something else than it does elsewhere, with the reason in Xen's source.</summary>
/// <param name="Operations">The hypercall, and the beginning of the operations' names.</param>
/// <param name="Kinds">The kinds of guest, as the table's columns are called.</param>
/// <param name="Result">The answer, without a status.</param>
/// <param name="Reason">Why.</param>
internal sealed record KnownAnswer(OperationName Operations, IReadOnlyList<string> Kinds, string Result, string Reason)
{
    private static readonly string[] Arm = ["dom0", "domU"];
    private static readonly string[] ArmDomU = ["domU"];
    private static readonly string[] Pv = ["pv dom0"];
    private static readonly string[] PvhDom0 = ["pvh dom0"];
    private static readonly string[] PvhDomU = ["pvh domU"];
    private static readonly string[] Pvh = [.. PvhDom0, .. PvhDomU];
    private static readonly string[] X86Dom0 = [.. Pv, .. PvhDom0];
    private static readonly string[] X86 = [.. Pv, .. Pvh];
    private static readonly string[] All = [.. Arm, .. X86];
    private static readonly string[] Translated = [.. Arm, .. Pvh];

    /// <summary>What Xen answers, in the place of -ENOSYS, to operations that are not there.</summary>
    public static IReadOnlyList<KnownAnswer> ToUnavailable { get; } =
    [
        Of("vcpu_op VCPUOP_down", Arm, "-ENOENT", "it is asked of a vCPU that there is not, which is looked for first"),
        Of("vcpu_op VCPUOP_send_nmi", Arm, "-ENOENT", "it is asked of a vCPU that there is not, which is looked for first"),
        Of("vcpu_op VCPUOP_", Arm, "-EINVAL", "Arm's vcpu_op answers so to what it does not have"),
        Of("vm_assist VMASST_TYPE_", Translated, "-EINVAL", "a type that the kind of guest does not have is an argument out of range"),
        Of("hvm_op HVM_PARAM_", Arm, "-EINVAL", "a parameter that the architecture does not have is an argument out of range"),
        Of("hvm_op HVM_PARAM_NVRAM_FD", Pvh, "-EPERM", "no guest may read a parameter that it is not told to, even if there is none"),
        Of("hvm_op HVM_PARAM_VHPT_SIZE", Pvh, "-EPERM", "no guest may read a parameter that it is not told to, even if there is none"),
        Of("hvm_op HVM_PARAM_NVRAM_FD", Pv, "-EINVAL", "a PV guest has no parameters, and that is looked at first"),
        Of("hvm_op HVM_PARAM_VHPT_SIZE", Pv, "-EINVAL", "a PV guest has no parameters, and that is looked at first"),
        Of("hvm_op HVMOP_flush_tlbs", Pv, "-EINVAL", "what is an HVM guest's is refused to a PV guest as an argument"),
        Of("hvm_op HVMOP_set_evtchn_upcall_vector", Pv, "-EINVAL", "what is an HVM guest's is refused to a PV guest as an argument"),
        Of("event_channel_op EVTCHNOP_bind_pirq", Arm, "-EINVAL", "a domain on Arm has no physical interrupts, so that none is in range"),
        Of("grant_table_op GNTTABOP_transfer", Arm, "-EOPNOTSUPP", "a translated domain's pages cannot be taken"),
        Of("memory_op XENMEM_exchange", Translated, "-EOPNOTSUPP", "a translated domain's pages cannot be taken"),
        Of("memory_op XENMAPSPACE_dev_mmio", Pv, "-EACCES", "a PV guest's physical memory is its own affair, whatever is to be mapped"),
        Of("memory_op XENMAPSPACE_dev_mmio", PvhDom0, "-EINVAL", "x86 answers so to every space that it does not have"),
        Of("memory_op XENMAPSPACE_dev_mmio", PvhDomU, "-EACCES", "who asks is looked at before whether there is such a space"),
        Of("memory_op XENMEM_access_op_enable_emulate", X86, "-ESRCH", "the domain that there is not is looked for first"),
        Of("memory_op XENMEM_access_op_disable_emulate", X86, "-ESRCH", "the domain that there is not is looked for first"),
        Of("dm_op XEN_DMOP_set_irq_level", X86, "-ESRCH", "the domain that there is not is looked for first"),
        Of("xenpmu_op XENPMU_", Pvh, "-EOPNOTSUPP", "a guest with an emulated APIC has no such counters"),
        Of("domctl XEN_DOMCTL_get_domain_state", All, "-EACCES", "before 4.21 nothing had its interface version, which is looked at first"),
        Of("domctl XEN_DOMCTL_ioport_permission", ArmDomU, "-ENOSYS", "who asks is looked at with the ports, which Arm does not have"),
        Of("domctl XEN_DOMCTL_irq_permission", ArmDomU, "-EINVAL", "who asks is looked at after the interrupt, and Arm has none"),
        Of("domctl XEN_DOMCTL_cacheflush", PvhDomU, "-EPERM", "who asks is looked at before what is asked"),
        Of("domctl XEN_DOMCTL_", ArmDomU, "-EPERM", "who asks is looked at before what is asked"),
        Of("platform_op XENPF_", ArmDomU, "-EPERM", "who asks is looked at before what is asked"),
        Of("platform_op XENPF_get_ucode_revision", PvhDomU, "-EPERM", "who asks is looked at before what is asked"),
        Of("platform_op XENPF_get_dom0_console", PvhDomU, "-EPERM", "who asks is looked at before what is asked"),
        Of("platform_op XENPF_microcode_update2", PvhDomU, "-EPERM", "who asks is looked at before what is asked"),
    ];

    /// <summary>
    /// What the Xen that is tested answers to operations that another build of the same release has, or that another guest of the
    /// same kind is answered, or that no release has code for.
    /// </summary>
    public static IReadOnlyList<KnownAnswer> ToConfigured { get; } =
    [
        Of("argo_op XEN_ARGO_OP_", All, "-ENOSYS", "Debian builds Xen without CONFIG_ARGO"),
        Of("dm_op ", Arm, "-ENOSYS", "Debian builds Xen for Arm without CONFIG_IOREQ_SERVER"),
        Of("memory_op XENMEM_access_op", Arm, "-ENOSYS", "Debian builds Xen for Arm without CONFIG_MEM_ACCESS"),
        Of("memory_op XENMEM_paging_op", X86, "-ENOSYS", "Debian builds Xen without CONFIG_MEM_PAGING"),
        Of("memory_op XENMEM_sharing_op", X86, "-ENOSYS", "Debian builds Xen without CONFIG_MEM_SHARING"),
        Of("memory_op XENMEM_memory_map", Pv, "-ENOSYS", "a toolstack makes a PV guest's map; a dom0 has none"),
        Of("memory_op XENMEM_machine_memory_map", Pvh, "-ENOSYS", "before 4.19 a PVH guest is not answered"),
        Of("physdev_op PHYSDEVOP_map_pirq", Pvh, "-ENOSYS", "before 4.20 a PVH guest is not answered"),
        Of("physdev_op PHYSDEVOP_unmap_pirq", Pvh, "-ENOSYS", "before 4.20 a PVH guest is not answered"),
        Of("physdev_op PHYSDEVOP_setup_gsi", Pvh, "-ENOSYS", "before 4.20 a PVH guest is not answered"),
        Of("physdev_op PHYSDEVOP_pci_device_add", PvhDomU, "-ENOSYS", "of PVH guests the control domain alone is answered"),
        Of("physdev_op PHYSDEVOP_pci_device_remove", PvhDomU, "-ENOSYS", "of PVH guests the control domain alone is answered"),
        Of("physdev_op PHYSDEVOP_pci_mmcfg_reserved", PvhDomU, "-ENOSYS", "of PVH guests the control domain alone is answered"),
        Of("physdev_op PHYSDEVOP_dbgp_op", PvhDomU, "-ENOSYS", "of PVH guests the control domain alone is answered"),
        Of("physdev_op PHYSDEVOP_free_irq_vector", Pv, "-ENOSYS", "no release has code for it"),
        Of("physdev_op_compat PHYSDEVOP_free_irq_vector", Pv, "-ENOSYS", "no release has code for it"),
        Of("grant_table_op GNTTABOP_dump_table", Pv, "-ENOSYS", "no release has code for it"),
        Of("callback_op CALLBACKTYPE_sysenter_deprecated", Pv, "-ENOSYS", "Xen itself takes the number of today alone"),
        Of("event_channel_op EVTCHNOP_set_priority", Pv, "-ENOSYS", "two-level event channels have none, and the guest keeps to them"),
        Of("platform_op XENPF_change_freq", X86Dom0, "-ENOSYS", "it is for a dom0 that was told to set the frequency itself"),
        Of("platform_op XENPF_getidletime", X86Dom0, "-ENOSYS", "it is for a dom0 that was told to set the frequency itself"),
        Of("platform_op XENPF_efi_runtime_call", X86Dom0, "-ENOSYS", "the machine's firmware is no UEFI"),
        Of("xsm_op FLASK_", All, "-ENOSYS", "Debian's Xen runs with SILO, which has no policy; FLASK has"),
    ];

    /// <summary>Whether it is about an operation and a kind of guest.</summary>
    public bool IsAbout(OperationName operation, KindOfGuest kind) =>
        Kinds.Contains(kind.Name)
        && Operations.Hypercall == operation.Hypercall
        && operation.Operation.StartsWith(Operations.Operation, StringComparison.Ordinal);

    private static KnownAnswer Of(string operations, string[] kinds, string result, string reason) =>
        operations.Split(' ') is [string hypercall, string operation]
            ? new KnownAnswer(new OperationName(hypercall, operation), kinds, result, reason)
            : throw new FormatException(operations);
}
