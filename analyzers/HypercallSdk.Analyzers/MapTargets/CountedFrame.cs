using System.Numerics;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>A frame that is counted from the start of a region of <c>/hypervisor</c>, and not by a constant number.</summary>
/// <param name="Region">The call that gives the region.</param>
/// <param name="Count">How many above the first one: frames or bytes.</param>
/// <param name="IsInFrames">Whether it counts frames.</param>
/// <param name="Extra">The constant number of frames that is added to it.</param>
internal sealed record CountedFrame(IInvocationOperation Region, IOperation Count, bool IsInFrames, BigInteger Extra)
{
    private const int MaximumDepth = 8;

    /// <summary>What a frame is counted from; null when it is not, or nobody sees it.</summary>
    public static CountedFrame? Of(IOperation frame) => Of(frame, MaximumDepth);

    private static CountedFrame? Of(IOperation frame, int depth) => depth == 0 ? null : Outputs.Unconverted(frame) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => OfSum(sum, depth - 1),
        IPropertyReferenceOperation { Instance: { } whole } member when SupportTypes.IsFrame(member.Type) && SupportTypes.IsFrame(whole.Type) => Of(whole, depth - 1),
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } value ? Of(value, depth - 1) : null,
        _ => null,
    };

    private static CountedFrame? OfSum(IBinaryOperation sum, int depth)
    {
        bool isInFrames = SupportTypes.IsFrameNumber(sum.Type);
        return ConstantOf(sum.RightOperand) is not { } constant
            ? RegionOf(sum.LeftOperand, depth) is { } region ? new CountedFrame(region, Outputs.Unconverted(sum.RightOperand), isInFrames, 0) : null
            : Of(sum.LeftOperand, depth) is not { } counted ? null
            : counted with { Extra = counted.Extra + constant, IsInFrames = counted.IsInFrames && isInFrames };
    }

    private static BigInteger? ConstantOf(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: { } value } ? IntegerOf(value) : null;

    /// <summary>A constant of one of the types that are counted in.</summary>
    public static BigInteger? IntegerOf(object value) => value switch
    {
        int number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        ushort number => number,
        _ => null,
    };

    private static IInvocationOperation? RegionOf(IOperation frame, int depth) => depth == 0 ? null : Outputs.Unconverted(frame) switch
    {
        IMemberReferenceOperation { Instance: { } range } when SupportTypes.IsAddressRange(range.Type) => CallOf(range, depth - 1),
        IMemberReferenceOperation { Instance: { } whole } when SupportTypes.IsFrame(whole.Type) => RegionOf(whole, depth - 1),
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } value ? RegionOf(value, depth - 1) : null,
        _ => null,
    };

    private static IInvocationOperation? CallOf(IOperation range, int depth) => depth == 0 ? null : Outputs.Unconverted(range) switch
    {
        IInvocationOperation call => SupportTypes.IsHypervisorRegions(call.TargetMethod.ContainingType) ? call : null,
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } value ? CallOf(value, depth - 1) : null,
        _ => null,
    };
}
