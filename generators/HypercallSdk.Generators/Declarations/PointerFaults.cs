using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// What can be wrong with pointers on one ABI: a frame's width can be converted where it is passed by itself, but not in memory that
/// the guest and the hypervisor both read.
/// </summary>
internal static class PointerFaults
{
    /// <summary>What is wrong with the first field that is; null when none is.</summary>
    public static AbiFault? Of(IReadOnlyList<FieldDeclaration> fields, DataModel model)
    {
        int index = 0;
        foreach (FieldDeclaration field in fields)
        {
            // xen_pfn_t and xen_ulong_t have one width on each ABI.
            if (field.PointeeWidth is { } width && width != model.XenPfnSize)
            {
                return new AbiFault(
                    ProblemKind.UnsupportedPassing, field.PlainName,
                    $"points at values of {width} bytes, which have {model.XenPfnSize} on {model.Name}; let the type's field be a "
                    + $"{(model.XenPfnSize == 4 ? "uint" : "ulong")} there, as HypercallSdk's own frames do with HYPERCALL_ABI_X86_32")
                { Field = index };
            }

            index++;
        }

        return null;
    }

    /// <summary>What is wrong with an operation's parameters.</summary>
    public static AbiFault? Of(OperationDeclaration operation, DataModel model) =>
        Of([.. operation.StructFields.Concat(operation.Parameters.Where(static parameter => parameter.IsInEnvelope).Select(static parameter => parameter.Field))], model);
}
