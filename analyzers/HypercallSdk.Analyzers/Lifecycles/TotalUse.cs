using HypercallSdk.Analyzers.Buffers;
using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Recognises the uses of a total by which it can be no limit to anything.</summary>
internal static class TotalUse
{
    /// <summary>Whether nothing depends on how large the total is: it is changed, held against 0, or says which element is meant.</summary>
    public static bool SaysNothing(IOperation reference, OperationDeclarations declarations)
    {
        IOperation value = reference;
        while (value.Parent is IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IIncrementOrDecrementOperation step => IsStatement(step) || IsIndex(step) || IsArgument(step, declarations),
            ICompoundAssignmentOperation step => step.Target == value && IsStatement(step),
            ISimpleAssignmentOperation assignment => assignment.Target == value,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => IsIndex(sum) || IsArgument(sum, declarations) || IsOwnGrowth(sum),
            IBinaryOperation comparison => IsComparison(comparison) && IsEmptiness(comparison, value),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } number } } } => OutcomeTest.IsZero(number),
            IInvocationOperation call => call.Instance == value && value.Type is { IsReferenceType: true },
            IPropertyReferenceOperation { Property.IsIndexer: true } => true,
            IPropertyReferenceOperation { Property.Name: "Count" or "Length" } length => SaysNothing(length, declarations),
            IForEachLoopOperation => true,
            _ => IsIndex(value) || IsArgument(value, declarations),
        };
    }

    private static bool IsStatement(IOperation operation) => operation.Parent is IExpressionStatementOperation;

    /// <summary>Whether a value says which element of memory is meant. An array's length is a limit by itself.</summary>
    private static bool IsIndex(IOperation value) =>
        value.Parent is { } element && Dereference.PointerOf(element) is { } pointer && pointer != value;

    /// <summary>Whether a value is all that an operation is told, as it is or as the address of a frame.</summary>
    private static bool IsArgument(IOperation value, OperationDeclarations declarations)
    {
        IOperation? at = value.Parent;
        while (at is IConversionOperation or IObjectCreationOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }
            || (at is IPropertyReferenceOperation { Instance: { } whole } && SupportTypes.IsFrame(whole.Type))
            || at is IArgumentOperation { Parent: IObjectCreationOperation })
        {
            at = at.Parent;
        }

        return at is IArgumentOperation { Parameter.RefKind: RefKind.None, Parent: IInvocationOperation call } && declarations.Of(call) is not null;
    }

    /// <summary>Whether an operation is <c>x = x + 1</c>, or in it.</summary>
    private static bool IsOwnGrowth(IOperation operation)
    {
        IOperation value = operation;
        while (value.Parent is IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent is ISimpleAssignmentOperation { Target: var target } && operation is IBinaryOperation { LeftOperand: var left }
            && target.Syntax.ToString() == Results.Outputs.Unconverted(left).Syntax.ToString();
    }

    private static bool IsComparison(IBinaryOperation binary) => binary.OperatorKind
        is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;

    /// <summary>Whether a comparison only asks whether there is anything, or is a loop's over all that there is.</summary>
    private static bool IsEmptiness(IBinaryOperation comparison, IOperation value)
    {
        IOperation other = Results.Outputs.Unconverted(comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand);
        return other.ConstantValue is { HasValue: true, Value: { } number } ? OutcomeTest.IsZero(number)
            : other is ILocalReferenceOperation && comparison.Parent is IForLoopOperation loop && loop.Condition == comparison;
    }
}
