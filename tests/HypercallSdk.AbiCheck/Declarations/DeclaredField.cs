using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A field as declared.</summary>
/// <param name="Field">What the ABI knows of it.</param>
/// <param name="Availability">Where it exists.</param>
/// <param name="IsReserved">Whether it is always zero.</param>
/// <param name="Inner">The fields of the struct or union that it, or an element of it, is; null when it is none.</param>
/// <param name="Pointee">What it points at; null when it does not, or at nothing that has a size.</param>
public sealed record DeclaredField(AbiField Field, Availability Availability, bool IsReserved, DeclaredBody? Inner, AbiType? Pointee)
{
    /// <summary>Whether each operation has its own arguments there: what C has there is declared with these.</summary>
    public bool IsPayload { get; init; }

    /// <summary>The field with the fields inside that a release has.</summary>
    public DeclaredField In(XenRelease release, AbiKind abi)
    {
        if (Inner is null)
        {
            return this;
        }

        DeclaredBody inner = Inner.In(release, abi);
        return this with { Inner = inner, Field = Field with { Type = Replace(Field.Type, inner.Type) } };
    }

    private static AbiType Replace(AbiType type, AbiType innermost) => type switch
    {
        ArrayType array => array with { Element = Replace(array.Element, innermost) },
        AlignedType aligned => aligned with { Type = Replace(aligned.Type, innermost) },
        _ => innermost,
    };
}
