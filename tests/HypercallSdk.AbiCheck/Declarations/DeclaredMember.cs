using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A field of a record, or of what lies in it, as it lies on one ABI.</summary>
/// <param name="Path">The C names that lead to it: <c>u.foreign_domid</c>, <c>vcpu[0].ctx</c>.</param>
/// <param name="Place">Where it lies in the record.</param>
/// <param name="Field">The field.</param>
/// <param name="Availability">Where it exists, with all that it lies in.</param>
/// <param name="IsReserved">Whether it, or what it lies in, is always zero.</param>
public sealed record DeclaredMember(string Path, FieldPlace Place, DeclaredField Field, Availability Availability, bool IsReserved)
{
    /// <summary>Its type.</summary>
    public AbiType Type => Field.Field.Type;
}
