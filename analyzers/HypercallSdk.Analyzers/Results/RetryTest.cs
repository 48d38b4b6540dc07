using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>A test of whether the hypervisor asks to try again.</summary>
/// <param name="Test">The test.</param>
/// <param name="Condition">The whole condition that it is a part of.</param>
/// <param name="HoldsOnRetry">Whether the condition holds if the hypervisor does.</param>
internal readonly record struct RetryTest(IOperation Test, IOperation Condition, bool HoldsOnRetry)
{
    /// <summary>The test that a constant is used for; null when it is used for something else.</summary>
    public static RetryTest? Of(IOperation constant)
    {
        IOperation inner = constant;
        bool holds = true;
        while (inner.Parent is IConversionOperation or IConstantPatternOperation or INegatedPatternOperation)
        {
            inner = inner.Parent;
            holds ^= inner is INegatedPatternOperation;
        }

        return inner.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test => Whole(test, holds),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } test => Whole(test, !holds),
            IIsPatternOperation test => Whole(test, holds),
            _ => null,
        };
    }

    private static RetryTest Whole(IOperation test, bool holds)
    {
        IOperation whole = test;
        while (whole.Parent is { } around && (IsNot(around) || IsAndOr(around)))
        {
            holds ^= IsNot(around);
            whole = around;
        }

        return new RetryTest(test, whole, holds);
    }

    private static bool IsNot(IOperation operation) => operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not };

    private static bool IsAndOr(IOperation operation) => operation is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or,
    };
}
