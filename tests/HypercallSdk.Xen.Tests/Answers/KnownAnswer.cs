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
    private static readonly string[] All = ["dom0", "domU"];
    private static readonly string[] DomU = ["domU"];

    /// <summary>What Xen answers, in the place of -ENOSYS, to operations that are not there.</summary>
    public static IReadOnlyList<KnownAnswer> ToUnavailable { get; } =
    [
        Of("vcpu_op VCPUOP_down", All, "-ENOENT", "it is asked of a vCPU that there is not, which is looked for first"),
        Of("vcpu_op VCPUOP_send_nmi", All, "-ENOENT", "it is asked of a vCPU that there is not, which is looked for first"),
        Of("vcpu_op VCPUOP_", All, "-EINVAL", "Arm's vcpu_op answers so to what it does not have"),
        Of("vm_assist VMASST_TYPE_", All, "-EINVAL", "a type that the architecture does not have is an argument out of range"),
        Of("hvm_op HVM_PARAM_", All, "-EINVAL", "a parameter that the architecture does not have is an argument out of range"),
        Of("event_channel_op EVTCHNOP_bind_pirq", All, "-EINVAL", "a domain on Arm has no physical interrupts, so that none is in range"),
        Of("grant_table_op GNTTABOP_transfer", All, "-EOPNOTSUPP", "a translated domain's pages cannot be taken"),
        Of("memory_op XENMEM_exchange", All, "-EOPNOTSUPP", "a translated domain's pages cannot be taken"),
        Of("domctl XEN_DOMCTL_get_domain_state", All, "-EACCES", "before 4.21 nothing had its interface version, which is looked at first"),
        Of("domctl XEN_DOMCTL_ioport_permission", DomU, "-ENOSYS", "who asks is looked at with the ports, which Arm does not have"),
        Of("domctl XEN_DOMCTL_irq_permission", DomU, "-EINVAL", "who asks is looked at after the interrupt, and Arm has none"),
        Of("domctl XEN_DOMCTL_", DomU, "-EPERM", "who asks is looked at before what is asked"),
        Of("platform_op XENPF_", DomU, "-EPERM", "who asks is looked at before what is asked"),
    ];

    /// <summary>What the Xen that is tested answers to operations that another build of the same release has.</summary>
    public static IReadOnlyList<KnownAnswer> ToConfigured { get; } =
    [
        Of("argo_op XEN_ARGO_OP_", All, "-ENOSYS", "Debian builds Xen without CONFIG_ARGO"),
        Of("dm_op ", All, "-ENOSYS", "Debian builds Xen for Arm without CONFIG_IOREQ_SERVER"),
        Of("memory_op XENMEM_access_op", All, "-ENOSYS", "Debian builds Xen for Arm without CONFIG_MEM_ACCESS"),
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
