using System.Collections.Generic;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>What the C names in the layout files stand for, as Xen's headers define them.</summary>
internal static class XenTypes
{
    private static readonly IntegerType UInt8 = new(1, IsSigned: false);
    private static readonly IntegerType UInt16 = new(2, IsSigned: false);
    private static readonly IntegerType UInt32 = new(4, IsSigned: false);
    private static readonly IntegerType UInt64 = new(8, IsSigned: false);
    private static readonly ArrayType DomainHandle = new(UInt8, 16);

    private static readonly Dictionary<string, AbiType> Scalars = new()
    {
        ["char"] = UInt8,
        ["unsigned char"] = UInt8,
        ["int8_t"] = new IntegerType(1, IsSigned: true),
        ["uint8_t"] = UInt8,
        ["int16_t"] = new IntegerType(2, IsSigned: true),
        ["uint16_t"] = UInt16,
        ["int"] = new IntegerType(4, IsSigned: true),
        ["unsigned int"] = UInt32,
        ["int32_t"] = new IntegerType(4, IsSigned: true),
        ["uint32_t"] = UInt32,
        ["int64_t"] = new IntegerType(8, IsSigned: true),
        ["uint64_t"] = UInt64,
        ["int64_aligned_t"] = AlignedType.Int64,
        ["uint64_aligned_t"] = AlignedType.UInt64,
        ["unsigned long"] = new LongType(IsSigned: false),
        ["xen_pfn_t"] = new XenWidthType(IsFrame: true),
        ["xen_ulong_t"] = new XenWidthType(IsFrame: false),
        ["domid_t"] = UInt16,
        ["ioservid_t"] = UInt16,
        ["evtchn_port_t"] = UInt32,
        ["grant_ref_t"] = UInt32,
        ["grant_handle_t"] = UInt32,
        ["xen_argo_port_t"] = UInt32,
        ["RING_IDX"] = UInt32,
        ["xen_domain_handle_t"] = DomainHandle,
    };

    private static readonly Dictionary<string, string> RecordTypedefs = new()
    {
        ["buf_ioreq_t"] = "struct buf_ioreq",
        ["xen_argo_ring_data_ent_t"] = "struct xen_argo_ring_data_ent",
        ["xen_mcinfo_msr_t"] = "struct mcinfo_msr",
    };

    /// <summary>
    /// The elements of the two arrays of structs without a name, which the files do not describe. That these are right shows in the
    /// offset of the field behind <c>timers</c> and in the size of the record that ends with <c>sched_entries</c>.
    /// </summary>
    private static readonly Dictionary<string, CompositeType> UnnamedElements = new()
    {
        ["timers"] = Struct([new("config", UInt64), new("cmp", UInt64), new("fsb", UInt64), new("res4", UInt64)]),
        ["sched_entries"] = Struct([new("dom_handle", DomainHandle), new("vcpu_id", UInt32), new("runtime", AlignedType.UInt64)]),
    };

    /// <summary>The type that a name stands for; null when it is the name of no scalar, pointer or guest handle.</summary>
    public static AbiType? Find(string name, AbiKind abi)
    {
        bool isArm = abi is AbiKind.Arm64 or AbiKind.Arm32;
        return name switch
        {
            _ when name.EndsWith('*') => new PointerType(),
            _ when Scalars.TryGetValue(name, out AbiType? scalar) => scalar,
            "xen_callback_t" => isArm ? UInt64 : new LongType(IsSigned: false),

            // On Arm XEN_GUEST_HANDLE is another name of XEN_GUEST_HANDLE_64, so the files cannot tell them apart.
            _ when name.StartsWith("__guest_handle_64_", System.StringComparison.Ordinal) =>
                isArm ? new GuestHandleType() : new GuestHandle64Type(),
            _ when name.StartsWith("__guest_handle_", System.StringComparison.Ordinal) => new GuestHandleType(),
            _ => null,
        };
    }

    /// <summary>The record that a name is a typedef of; the name itself when it is none.</summary>
    public static string RecordOf(string name) => RecordTypedefs.GetValueOrDefault(name, name);

    /// <summary>The element of an array of structs without a name; null when it is not known.</summary>
    public static CompositeType? UnnamedElementOf(string field) => UnnamedElements.GetValueOrDefault(field);

    private static RecordType Struct(IEnumerable<AbiField> fields) => new(new EquatableArray<AbiField>(fields));
}
