using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>
/// Recognises the conditions that tell which release runs: members marked with <c>[AvailabilityGuard]</c>, and locals that hold what
/// they answered.
/// </summary>
internal static class AvailabilityGuards
{
    private const int MaximumDepth = 8;

    /// <summary>The release that a condition asks for, and whether it holds from that release on or up to it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="root">The method that it is in.</param>
    /// <returns>Null when the condition is something else.</returns>
    public static (XenRelease Release, bool FromThere)? Of(IOperation condition, IOperation root) => Of(condition, root, MaximumDepth);

    private static (XenRelease Release, bool FromThere)? Of(IOperation? condition, IOperation root, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Of(not.Operand, root, depth - 1) is { } opposite ? (opposite.Release, !opposite.FromThere) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when comparison.RightOperand.ConstantValue is { HasValue: true, Value: bool value }:
                bool isSame = value == (comparison.OperatorKind == BinaryOperatorKind.Equals);
                return Of(comparison.LeftOperand, root, depth - 1) is { } compared ? (compared.Release, compared.FromThere == isSame) : null;
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, root, depth - 1);
            case ILocalReferenceOperation local:
                return Of(Results.LocalUse.OnlyValueOf(local.Local, root), root, depth - 1);
            case IMemberReferenceOperation member:
                return Named(member.Member) is { } named ? (named, true) : null;
            case IInvocationOperation invocation:
                return (Named(invocation.TargetMethod) ?? Asked(invocation)) is { } asked ? (asked, true) : null;
            default:
                return null;
        }
    }

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
