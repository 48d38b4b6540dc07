using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>
/// Knows what conditions tell of the release that runs: by members marked with <c>[AvailabilityGuard]</c>, locals that hold what they
/// answered, and whatever C# makes of these.
/// </summary>
/// <param name="root">The method that the conditions are in.</param>
internal sealed class AvailabilityGuards(IOperation root)
{
    private const int MaximumDepth = 16;

    /// <summary>What the control flow keeps in between: null where it keeps one of several.</summary>
    private readonly Dictionary<CaptureId, IOperation?> _captured = [];

    /// <summary>Remembers what the control flow keeps for a later condition.</summary>
    public void Remember(IFlowCaptureOperation capture) => _captured[capture.Id] =
        _captured.TryGetValue(capture.Id, out IOperation? known) && known?.Syntax != capture.Value.Syntax ? null : capture.Value;

    /// <summary>What is known once a condition has been found to hold, or not to.</summary>
    public ReleaseBounds Assume(IOperation condition, bool holds, ReleaseBounds state) => Assume(condition, holds, state, MaximumDepth);

    private ReleaseBounds Assume(IOperation? condition, bool holds, ReleaseBounds state, int depth)
    {
        if (depth == 0)
        {
            return state;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Assume(not.Operand, !holds, state, depth - 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd } both:
                return Combined(both, holds, all: holds, state, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr } either:
                return Combined(either, holds, all: !holds, state, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return Compared(comparison) is (IOperation part, bool value) ? Assume(part, holds == value, state, depth - 1) : state;
            case IIsPatternOperation test:
                return Wanted(test.Pattern) is bool wanted ? Assume(test.Value, holds == wanted, state, depth - 1) : state;
            case ILocalReferenceOperation local:
                return Assume(Results.LocalUse.OnlyValueOf(local.Local, root), holds, state, depth - 1);
            case IFlowCaptureReferenceOperation reference:
                return Assume(_captured.TryGetValue(reference.Id, out IOperation? kept) ? kept : null, holds, state, depth - 1);
            default:
                return AskedBy(condition) is { } release ? state.Assume(release, holds) : state;
        }
    }

    /// <summary>What two conditions tell: both of them, or what they agree on.</summary>
    private ReleaseBounds Combined(IBinaryOperation pair, bool holds, bool all, ReleaseBounds state, int depth) => all
        ? Assume(pair.RightOperand, holds, Assume(pair.LeftOperand, holds, state, depth - 1), depth - 1)
        : Assume(pair.LeftOperand, holds, state, depth - 1).Join(Assume(pair.RightOperand, holds, state, depth - 1));

    /// <summary>What is compared with a constant, and what it is if the comparison holds.</summary>
    private static (IOperation, bool)? Compared(IBinaryOperation comparison)
    {
        bool isSame = comparison.OperatorKind == BinaryOperatorKind.Equals;
        return (comparison.LeftOperand.ConstantValue, comparison.RightOperand.ConstantValue) switch
        {
            (_, { HasValue: true, Value: bool right }) => (comparison.LeftOperand, right == isSame),
            ({ HasValue: true, Value: bool left }, _) => (comparison.RightOperand, left == isSame),
            _ => null,
        };
    }

    private static bool? Wanted(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool value } } => value,
        INegatedPatternOperation negated => !Wanted(negated.Pattern),
        _ => null,
    };

    private static XenRelease? AskedBy(IOperation? condition) => condition switch
    {
        IMemberReferenceOperation member => Named(member.Member),
        IInvocationOperation invocation => Named(invocation.TargetMethod) ?? Asked(invocation),
        _ => null,
    };

    private static XenRelease? Named(ISymbol guard) =>
        guard.Find(AttributeNames.AvailabilityGuard) is { ConstructorArguments: [{ Value: string text }] } && XenRelease.TryParse(text, out XenRelease release)
            ? release
            : null;

    /// <summary>The release that a guard is asked for by its first two arguments.</summary>
    private static XenRelease? Asked(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.Find(AttributeNames.AvailabilityGuard) is not { ConstructorArguments.Length: 0 })
        {
            return null;
        }

        ImmutableArray<IArgumentOperation> ordered =
            invocation.Arguments.Sort(static (left, right) => (left.Parameter?.Ordinal ?? 0).CompareTo(right.Parameter?.Ordinal ?? 0));
        object?[] values = [.. ordered.Take(2).Select(static argument => argument.Value.ConstantValue.Value)];
        return values is [{ } major, { } minor]
            && XenRelease.TryParse(string.Format(CultureInfo.InvariantCulture, "{0}.{1}", major, minor), out XenRelease release)
                ? release
                : null;
    }
}
