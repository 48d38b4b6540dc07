using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Recognises the conditions that tell how a call went.</summary>
internal static class OutcomeTest
{
    /// <summary>What a condition looks at, and whether that has failed if it holds, and if it does not; null where it says neither.</summary>
    public static (object Asked, bool? Holds, bool? DoesNot)? Of(IOperation condition) => condition switch
    {
        _ when ResultTest.Of(condition) is { } test => With(test.Result, test.OnFailure, !test.OnFailure),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => Compared(equal.LeftOperand, equal.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } other => Turned(Compared(other.LeftOperand, other.RightOperand)),
        IIsPatternOperation { Pattern: IConstantPatternOperation constant } pattern => Compared(pattern.Value, constant.Value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation constant } } pattern =>
            Turned(Compared(pattern.Value, constant.Value)),
        _ => null,
    };

    /// <summary>What stands for an answer: the local that holds it, or the call.</summary>
    public static object? KeyOf(IOperation answer) => Outputs.Unconverted(answer) switch
    {
        ILocalReferenceOperation local => local.Local,
        IInvocationOperation invocation => invocation.Syntax,
        IPropertyReferenceOperation { Property.Name: ResultTypes.Errno, Instance: { } result } => KeyOf(result),
        IFieldReferenceOperation { Field.Name: ResultTypes.Value, Instance: { } result } => KeyOf(result),
        _ => null,
    };

    /// <summary>Every answer of Xen's that is 0 is a success.</summary>
    private static (object Asked, bool? Holds, bool? DoesNot)? Compared(IOperation left, IOperation right) =>
        right.ConstantValue is { HasValue: true, Value: { } number } ? With(left, !IsZero(number), IsZero(number) ? true : null)
        : left.ConstantValue is { HasValue: true, Value: not null } ? Compared(right, left)
        : null;

    private static (object Asked, bool? Holds, bool? DoesNot)? With(IOperation answer, bool? holds, bool? doesNot) =>
        KeyOf(answer) is { } key ? (key, holds, doesNot) : null;

    private static (object Asked, bool? Holds, bool? DoesNot)? Turned((object Asked, bool? Holds, bool? DoesNot)? test) =>
        test is { } value ? (value.Asked, value.DoesNot, value.Holds) : null;

    /// <summary>Whether a constant is the number 0.</summary>
    public static bool IsZero(object number) => number is 0 or 0u or 0L or 0ul or (short)0 or (ushort)0 or (sbyte)0 or (byte)0;
}
