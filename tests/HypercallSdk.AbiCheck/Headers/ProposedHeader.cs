namespace HypercallSdk.AbiCheck.Headers;

/// <summary>
/// What no header of Xen's has: the operation that was proposed on xen-devel on 28 July 2021 ("xen/memory: Introduce a hypercall
/// to provide unallocated space"), in C.
/// </summary>
internal static class ProposedHeader
{
    /// <summary>The definitions.</summary>
    public const string Text = """
        #define XENMEM_get_unallocated_space 29
        struct xen_unallocated_region {
            xen_pfn_t start_gpfn;
            xen_ulong_t nr_gpfns;
        };
        typedef struct xen_unallocated_region xen_unallocated_region_t;
        DEFINE_XEN_GUEST_HANDLE(xen_unallocated_region_t);
        struct xen_get_unallocated_space {
            domid_t domid;
            unsigned int nr_regions; /* in: the capacity of buffer; out: how many were written */
            XEN_GUEST_HANDLE(xen_unallocated_region_t) buffer;
        };

        """;
}
