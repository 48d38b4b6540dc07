using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>
/// What an integer counts, where its own method leaves no doubt: what it was taken from is a typed frame, a typed address or a pointer.
/// </summary>
internal static class KnownUnit
{
    private const int PageShift = 12;
    private const ulong OffsetMask = (1UL << PageShift) - 1;
    private const int MaximumDepth = 16;

    /// <summary>The unit of a value; null when it is not known.</summary>
    public static ConstantUnit? Of(IOperation value) => Of(value, MaximumDepth);

    /// <summary>The unit that shifting by a page, or the like of it, makes of the other one; null when that is not what an operation does.</summary>
    public static ConstantUnit? ConvertedTo(IBinaryOperation binary) => (binary.OperatorKind, Constant(ScaledNumber.Of(binary).Factor)) switch
    {
        (BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift, PageShift) => ConstantUnit.Frame,
        (BinaryOperatorKind.Divide, 1UL << PageShift) => ConstantUnit.Frame,
        (BinaryOperatorKind.LeftShift, PageShift) => ConstantUnit.Address,
        (BinaryOperatorKind.Multiply, 1UL << PageShift) => ConstantUnit.Address,
        _ => null,
    };

    private static ConstantUnit? Of(IOperation value, int depth) => depth == 0 ? null : value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => OfConversion(conversion, depth),
        IFieldReferenceOperation { Field.Name: SupportTypes.Value } member => OfType(member.Field.ContainingType),
        IBinaryOperation { OperatorMethod: null } binary => OfBinary(binary, depth),
        IConditionalOperation { WhenFalse: { } other } choice =>
            Of(choice.WhenTrue, depth - 1) is { } unit && Of(other, depth - 1) == unit ? unit : null,
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } initial ? Of(initial, depth - 1) : null,
        _ => null,
    };

    private static ConstantUnit? OfType(ITypeSymbol type) =>
        SupportTypes.UnitOf(type) ?? (SupportTypes.IsFrameNumber(type) ? ConstantUnit.Frame : null);

    /// <summary>A <c>void*</c> says nothing: callbacks carry numbers in it.</summary>
    private static ConstantUnit? OfConversion(IConversionOperation conversion, int depth) =>
        !IsInteger(conversion.Type) ? null
        : conversion.Operand.Type is IPointerTypeSymbol { PointedAtType.SpecialType: not SpecialType.System_Void } ? ConstantUnit.Address
        : Of(conversion.Operand, depth - 1);

    /// <summary>An integer of at least 32 bits: a conversion to fewer takes a part of the number on purpose.</summary>
    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static ConstantUnit? OfBinary(IBinaryOperation binary, int depth)
    {
        (IOperation number, IOperation factor) = ScaledNumber.Of(binary);
        ConstantUnit? left = Of(number, depth - 1);
        ConstantUnit? right = Of(factor, depth - 1);
        ulong? constant = Constant(factor);
        return (binary.OperatorKind, left, right) switch
        {
            (BinaryOperatorKind.Add or BinaryOperatorKind.Or, null, _) => right,
            (BinaryOperatorKind.Add or BinaryOperatorKind.Or or BinaryOperatorKind.Subtract, _, null) => left,
            (BinaryOperatorKind.And, ConstantUnit.Address, null) when constant is not null and not 0 && (constant & OffsetMask) == 0 =>
                ConstantUnit.Address,
            (_, ConstantUnit.Address, null) when ConvertedTo(binary) == ConstantUnit.Frame => ConstantUnit.Frame,
            (_, ConstantUnit.Frame, null) when ConvertedTo(binary) == ConstantUnit.Address => ConstantUnit.Address,
            _ => null,
        };
    }

    private static ulong? Constant(IOperation value) => !value.ConstantValue.HasValue ? null : value.ConstantValue.Value switch
    {
        int number => unchecked((ulong)number),
        uint number => number,
        long number => unchecked((ulong)number),
        ulong number => number,
        _ => null,
    };
}
