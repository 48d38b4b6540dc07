using System;

namespace HypercallSdk.Model.Abi;

/// <summary>
/// A type that is aligned more strictly than by nature, as C's <c>aligned</c> attribute makes a field; its size stays.
/// </summary>
/// <param name="Type">The type.</param>
/// <param name="Alignment">The alignment in bytes, a power of two; one that is not stricter changes nothing.</param>
public sealed record AlignedType(AbiType Type, int Alignment) : AbiType
{
    /// <summary>
    /// <c>uint64_aligned_t</c>, which is aligned to 8 on every ABI: the tools' interfaces use it so that a 32-bit tool and a
    /// 64-bit one mean the same struct.
    /// </summary>
    public static AlignedType UInt64 { get; } = new(new IntegerType(8, IsSigned: false), 8);

    /// <summary><c>int64_aligned_t</c>.</summary>
    public static AlignedType Int64 { get; } = new(new IntegerType(8, IsSigned: true), 8);

    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model)
    {
        TypeExtent natural = Type.ExtentIn(model);
        return natural with { Alignment = Math.Max(natural.Alignment, Alignment) };
    }
}
