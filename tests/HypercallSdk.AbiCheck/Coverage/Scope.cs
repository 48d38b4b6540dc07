using System;
using System.Collections.Generic;
using HypercallSdk.AbiCheck.History;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Coverage;

/// <summary>What of Xen's ABI is declared here: all that guests use, and of the toolstack's what is stable or boots a domain.</summary>
internal static class Scope
{
    private const string Domctl = "domctl";
    private const string DomctlPrefix = "XEN_DOMCTL_";

    /// <summary>
    /// The operations on domains that are declared: those by which a domain is made, started, looked at, saved and ended. The others are
    /// for debuggers, device assignment, schedulers and paging, and their interface changes with every release.
    /// </summary>
    private static readonly HashSet<string> DomctlOperations =
    [
        "createdomain", "destroydomain", "pausedomain", "unpausedomain", "resumedomain", "getdomaininfo", "max_mem", "max_vcpus",
        "setvcpucontext", "getvcpucontext", "getvcpuinfo", "setvcpuaffinity", "getvcpuaffinity", "set_address_size", "get_address_size",
        "setdomainhandle", "settimeoffset", "hypercall_init", "iomem_permission", "ioport_permission", "irq_permission", "memory_mapping",
        "get_paging_mempool_size", "set_paging_mempool_size", "cacheflush", "gethvmcontext", "sethvmcontext", "getpageframeinfo3",
        "get_domain_state",
    ];

    /// <summary>What the constants begin with that these operations' fields take; behind <c>XEN_DOMCTL_</c>.</summary>
    private static readonly string[] DomctlFields =
        ["INTERFACE_VERSION", "CDF_", "IOMMU_", "CONFIG_", "GRANT_", "ALTP2M_", "PFINFO_", "GETDOMSTATE_"];

    /// <summary>The first release whose interface of the toolstack is declared; it is another one in every release.</summary>
    private static readonly XenRelease FirstDomctl = new(4, 13);

    /// <summary>Headers of which nothing is declared: the machine's administration, and what was taken out of Xen whole.</summary>
    private static readonly HashSet<string> ForeignHeaders = ["sysctl.h", "tmem.h"];

    /// <summary>Records that no memory ever holds: a macro's bookkeeping, and one inside a function.</summary>
    private static readonly string[] NoAbi = ["__HVM_SAVE_TYPE_", "hvm_hw_cpu_union"];

    /// <summary>What ends the name of an operation that Xen itself calls to go on with one that takes long; no guest may.</summary>
    private const string Continuation = "_cont";

    /// <summary>Whether an operation is to be declared.</summary>
    public static bool Has(XenOperation operation) => operation.Hypercall switch
    {
        _ when operation.Name.EndsWith(Continuation, StringComparison.Ordinal) => false,

        // The measurement's class is that of its arguments' form there.
        "grant_table_op" or "dm_op" => true,
        Domctl => Has(operation.Name),
        _ => operation.Class == "guest/stable",
    };

    /// <summary>Whether a constant is to be declared.</summary>
    public static bool Has(XenConstant constant) =>
        constant.IsNumber
        && !constant.IsOtherName
        && !constant.Name.EndsWith(Continuation, StringComparison.Ordinal)
        && XenName.All.ContainsKey(constant.Name) // or else it is in a comment
        && !ForeignHeaders.Contains(constant.Header)
        && (constant.Header != "domctl.h" || (Has(constant.Name) && !(constant.Until < FirstDomctl)));

    /// <summary>Whether a record is to be declared, apart from those of the toolstack that something declared needs.</summary>
    public static bool Has(LayoutRecord record) =>
        !record.IsForTools && !Array.Exists(NoAbi, name => record.Name.Contains(name, StringComparison.Ordinal));

    private static bool Has(string domctl)
    {
        if (!domctl.StartsWith(DomctlPrefix, StringComparison.Ordinal))
        {
            return true;
        }

        string name = domctl[DomctlPrefix.Length..];
        return DomctlOperations.Contains(name) || Array.Exists(DomctlFields, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }
}
