using System.Collections.Generic;
using System.Numerics;
using HypercallSdk.Analyzers.Constants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// What arithmetic makes of values. A frame above or below a proven one counts as proven too, as in C a pointer stays one into
/// its array: the rules do not bound how far it goes, except where every number is constant.
/// </summary>
internal static class Arithmetic
{
    private const int PageSize = 0x1000;

    /// <summary>The result of a binary operator.</summary>
    public static FrameValue Combine(
        BinaryOperatorKind kind, IMethodSymbol? method, ITypeSymbol? type, bool isChecked, FrameValue left, FrameValue right)
    {
        if (method is not null)
        {
            return SupportTypes.IsFrame(method.ContainingType) && SupportTypes.IsFrame(method.ReturnType)
                ? Shift(kind, SupportTypes.UnitOf(method.ContainingType), left, right)
                : FrameValue.Unknown;
        }

        Origins origins = (left.Origins | right.Origins) & ~Origins.Unknown;
        bool isConstant = AreNumbers(left) && AreNumbers(right);
        return origins != Origins.None ? FrameValue.From(AfterStep(kind, origins)).At(NumberAfter(kind, left, right))
            : isConstant ? Compute(left, right, (a, b) => IntegerArithmetic.Apply(kind, type, isChecked, a.Value, b.Value)
                is BigInteger value ? new Constant(ConstantUnit.None, value) : null)
            : FrameValue.From(Origins.Unknown, left.Culprit ?? right.Culprit);
    }

    /// <summary>A frame or address made of a number.</summary>
    public static FrameValue Frame(ConstantUnit unit, FrameValue number) =>
        number.IsMoved ? FrameValue.Unknown
        : Map(number, ConstantUnit.None, constant => FrameArithmetic.Create(unit, constant.Value)).At(number.Position?.As(unit));

    /// <summary>Every constant of a unit changed, and everything else as it was.</summary>
    public static FrameValue Map(FrameValue value, ConstantUnit unit, System.Func<Constant, Constant?> change)
    {
        List<Constant> changed = [];
        foreach (Constant constant in value.Constants)
        {
            if (constant.Unit == unit && change(constant) is Constant result)
            {
                changed.Add(result);
            }
        }

        FrameValue rest = changed.Count == 0 && !value.Constants.IsEmpty ? value.With(value.Origins | Origins.Unknown) : value;
        return rest.With(changed).WithoutPlaces();
    }

    private static FrameValue Shift(BinaryOperatorKind kind, ConstantUnit? unit, FrameValue frame, FrameValue count)
    {
        FrameValue moved = frame.With(AfterStep(kind, frame.Origins)).At(Moved(frame.Position, kind, unit, count));
        return AreNumbers(count) && !frame.IsMoved && !frame.Constants.IsEmpty
            ? Compute(moved, count, (left, right) => FrameArithmetic.Apply(kind, left, right))
            : moved.Moved().At(moved.Position);
    }

    /// <summary>A place in a region, so many frames or bytes from another; null when that number is not one constant.</summary>
    private static RegionPosition? Moved(RegionPosition? position, BinaryOperatorKind kind, ConstantUnit? unit, FrameValue count)
    {
        if (position is not RegionPosition from || !AreNumbers(count) || !count.IsExact)
        {
            return null;
        }

        BigInteger bytes = unit == ConstantUnit.Address ? count.Constants[0].Value : count.Constants[0].Value * PageSize;
        return kind == BinaryOperatorKind.Subtract ? from.Plus(-bytes) : from.Plus(bytes);
    }

    /// <summary>Where in a region a number is after arithmetic with one constant.</summary>
    private static RegionPosition? NumberAfter(BinaryOperatorKind kind, FrameValue left, FrameValue right) =>
        left.Position is { } position && AreNumbers(right) && right.IsExact ? position.After(kind, right.Constants[0].Value)
        : kind == BinaryOperatorKind.Add && right.Position is { } other && AreNumbers(left) && left.IsExact ? other.After(kind, left.Constants[0].Value)
        : null;

    private static Origins AfterStep(BinaryOperatorKind kind, Origins origins) =>
        kind == BinaryOperatorKind.Subtract ? origins & ~Origins.PastEnd : origins;

    private static bool AreNumbers(FrameValue value) =>
        value is { Origins: Origins.None, IsMoved: false, Constants: [{ Unit: ConstantUnit.None }, ..] };

    private static FrameValue Compute(FrameValue left, FrameValue right, System.Func<Constant, Constant, Constant?> apply)
    {
        List<Constant> results = [];
        bool isKnown = true;
        foreach (Constant one in left.Constants)
        {
            foreach (Constant other in right.Constants)
            {
                Constant? result = apply(one, other);
                isKnown &= result is not null;
                if (result is Constant constant)
                {
                    results.Add(constant);
                }
            }
        }

        return (isKnown ? left : left.With(left.Origins | Origins.Unknown)).With(results);
    }
}
