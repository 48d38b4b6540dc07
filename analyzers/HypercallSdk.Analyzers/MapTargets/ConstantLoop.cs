using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>
/// The highest place of a region at which a loop with a constant number of rounds maps. What flows through a loop is known of
/// its first rounds only, and it is the last one that leaves the region.
/// </summary>
internal static class ConstantLoop
{
    private const int PageSize = 0x1000;

    /// <summary>The last frame of each map target that a loop counts to.</summary>
    /// <param name="root">The method.</param>
    /// <param name="contracts">Which places want proof.</param>
    public static IEnumerable<Demand> DemandsOf(IOperation root, FrameContracts contracts) =>
        from loop in root.DescendantsAndSelf().OfType<IForLoopOperation>()
        from target in loop.Body.DescendantsAndSelf().OfType<IArgumentOperation>()
        where target.Parameter is { } parameter && contracts.Wants(parameter)
        let counted = CountedFrame.Of(target.Value)
        where counted is { IsInFrames: true, Count: ILocalReferenceOperation }
        let last = LastOf(loop, ((ILocalReferenceOperation)counted.Count).Local)
        let region = RegionOf(counted.Region)
        where last is not null && region is not null
        select new Demand(
            ArgumentPlace.Of(target), FrameValue.Nothing.At(new RegionPosition(region.Value, (last.Value + counted.Extra) * PageSize)), IsUse: true);

    private static BigInteger? RegionOf(IInvocationOperation call) =>
        call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: { } index } }] ? CountedFrame.IntegerOf(index) : null;

    /// <summary>The counter's highest value; null when something else than the loop's own numbers decides about it.</summary>
    private static BigInteger? LastOf(IForLoopOperation loop, ILocalSymbol counter) =>
        StartOf(loop, counter) is { } start && loop.Condition is IBinaryOperation condition && ConstantOf(condition.RightOperand) is { } bound
        && !IsTouched(loop.Body, counter)
            ? Outputs.Unconverted(condition.LeftOperand) switch
            {
                ILocalReferenceOperation same when Is(same, counter) && IsRaised(loop, counter) => Highest(condition.OperatorKind, start, bound),
                IIncrementOrDecrementOperation { Kind: OperationKind.Decrement, IsPostfix: true, Target: ILocalReferenceOperation same }
                    when Is(same, counter) && loop.AtLoopBottom.IsEmpty && condition.OperatorKind == BinaryOperatorKind.GreaterThan && bound.IsZero && start > 0 => start - 1,
                _ => null,
            }
            : null;

    private static BigInteger? Highest(BinaryOperatorKind kind, BigInteger start, BigInteger bound) => kind switch
    {
        BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals when start < bound => bound - 1,
        BinaryOperatorKind.LessThanOrEqual when start <= bound => bound,
        _ => null,
    };

    private static BigInteger? StartOf(IForLoopOperation loop, ILocalSymbol counter) => loop.Before
        .SelectMany(static part => part.DescendantsAndSelf())
        .OfType<IVariableDeclaratorOperation>()
        .Where(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, counter))
        .Select(static declarator => declarator.GetVariableInitializer()?.Value is { } value ? ConstantOf(value) : null)
        .FirstOrDefault();

    private static bool IsRaised(IForLoopOperation loop, ILocalSymbol counter) => loop.AtLoopBottom
        is [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Target: ILocalReferenceOperation step } }]
        && Is(step, counter);

    /// <summary>Whether the body changes the counter, or compares it with anything: then it may end before its bound.</summary>
    private static bool IsTouched(IOperation body, ILocalSymbol counter) => body.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
        .Where(reference => Is(reference, counter))
        .Any(static reference => Around(reference) is IAssignmentOperation or IIncrementOrDecrementOperation or IAddressOfOperation or IPatternOperation
            or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation
            or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }
            || IsComparison(Around(reference)));

    private static bool IsComparison(IOperation? operation) => operation is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
    };

    /// <summary>What an expression with the reference in it is part of: <c>i + 1 == wanted</c> compares as <c>i == wanted</c> does.</summary>
    private static IOperation? Around(IOperation reference)
    {
        IOperation? around = reference.Parent;
        while (around is IConversionOperation or IBinaryOperation && !IsComparison(around))
        {
            around = around.Parent;
        }

        return around is IAssignmentOperation { Target: var target } && target != reference ? null : around;
    }

    private static BigInteger? ConstantOf(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } constant } ? CountedFrame.IntegerOf(constant) : null;

    private static bool Is(ILocalReferenceOperation reference, ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
