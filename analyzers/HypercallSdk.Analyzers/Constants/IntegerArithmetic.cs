using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>C#'s arithmetic on its own integer types, of as many bits as each of them has.</summary>
internal static class IntegerArithmetic
{
    /// <summary>The value as the type holds it: wrapped, or nothing where a checked context would throw.</summary>
    /// <returns>The value; none for a type that is no integer of known width (<c>nint</c> among them).</returns>
    public static BigInteger? Fit(BigInteger value, ITypeSymbol? type, bool isChecked)
    {
        if (Shape(type) is not (int bits, bool isSigned))
        {
            return null;
        }

        BigInteger modulus = BigInteger.One << bits;
        BigInteger wrapped = value & (modulus - 1);
        if (isSigned && wrapped >= modulus >> 1)
        {
            wrapped -= modulus;
        }

        return isChecked && wrapped != value ? null : wrapped;
    }

    /// <summary>The result of a built-in binary operator.</summary>
    /// <returns>The result; none where the operator throws or is not arithmetic.</returns>
    public static BigInteger? Apply(
        BinaryOperatorKind kind, ITypeSymbol? type, bool isChecked, BigInteger left, BigInteger right) =>
        Exact(kind, type, left, right) is BigInteger exact ? Fit(exact, type, isChecked) : null;

    private static BigInteger? Exact(BinaryOperatorKind kind, ITypeSymbol? type, BigInteger left, BigInteger right) =>
        kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide when !right.IsZero => BigInteger.Divide(left, right),
            BinaryOperatorKind.And => left & right,
            BinaryOperatorKind.Or => left | right,
            BinaryOperatorKind.ExclusiveOr => left ^ right,
            BinaryOperatorKind.LeftShift => left << ShiftCount(type, right),
            BinaryOperatorKind.RightShift => left >> ShiftCount(type, right),
            _ => null,
        };

    /// <summary>C# uses only as many bits of a shift count as the shifted type has use for.</summary>
    private static int ShiftCount(ITypeSymbol? type, BigInteger count) =>
        (int)(count & (Shape(type) is (64, _) ? 63 : 31));

    private static (int Bits, bool IsSigned)? Shape(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte => (8, true),
        SpecialType.System_Byte => (8, false),
        SpecialType.System_Int16 => (16, true),
        SpecialType.System_UInt16 or SpecialType.System_Char => (16, false),
        SpecialType.System_Int32 => (32, true),
        SpecialType.System_UInt32 => (32, false),
        SpecialType.System_Int64 => (64, true),
        SpecialType.System_UInt64 => (64, false),
        _ => type is INamedTypeSymbol { EnumUnderlyingType: ITypeSymbol underlying } ? Shape(underlying) : null,
    };
}
