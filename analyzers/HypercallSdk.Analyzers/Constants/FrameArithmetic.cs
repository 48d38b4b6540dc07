using System.Numerics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>What the members of <c>Gfn</c> and <c>GuestPhysicalAddress</c> compute.</summary>
internal static class FrameArithmetic
{
    private const int PageShift = 12;

    private static readonly BigInteger Modulus = BigInteger.One << 64;

    /// <summary><c>Gfn.Invalid</c>: all ones.</summary>
    public static Constant Invalid { get; } = new(ConstantUnit.Frame, Modulus - 1);

    /// <summary>Whether the frame or address is one that people write for "none yet": <c>default</c> or <c>Gfn.Invalid</c>.</summary>
    public static bool IsPlaceholder(Constant constant) => constant.Unit != ConstantUnit.None
        && (constant.Value.IsZero || constant == Invalid || constant == AddressOf(Invalid));

    /// <summary>What the constructor makes of a number.</summary>
    public static Constant Create(ConstantUnit unit, BigInteger number) => new(unit, number & (Modulus - 1));

    /// <summary>
    /// <c>Gfn.Address</c>, but with the bits that do not fit in 64: losing them is what the rules look for.
    /// </summary>
    public static Constant AddressOf(Constant frame) => new(ConstantUnit.Address, frame.Value << PageShift);

    /// <summary><c>GuestPhysicalAddress.Frame</c>.</summary>
    public static Constant FrameOf(Constant address) => new(ConstantUnit.Frame, address.Value >> PageShift);

    /// <summary>The number inside: the field <c>Value</c>.</summary>
    public static Constant NumberOf(Constant constant) => Create(ConstantUnit.None, constant.Value);

    /// <summary>A frame or address so many frames or bytes above or below.</summary>
    /// <returns>The sum or difference, wrapped as the guest would; none for any other operator.</returns>
    public static Constant? Apply(BinaryOperatorKind kind, Constant left, Constant right)
    {
        BigInteger? moved = kind switch
        {
            BinaryOperatorKind.Add => left.Value + right.Value,
            BinaryOperatorKind.Subtract => left.Value - right.Value,
            _ => null,
        };
        return moved is not BigInteger value ? null
            : left.Value < Modulus ? Create(left.Unit, value)
            : new Constant(left.Unit, value);
    }
}
