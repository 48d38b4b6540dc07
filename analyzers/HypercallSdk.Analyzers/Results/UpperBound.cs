using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>
/// Whether a comparison keeps a number that is too large from being used: <c>if (pages &gt; limit) return;</c> does, <c>if (pages &gt; 0)</c>
/// does not. An error in a quantity is such a number, and so is a unit that does not fit when it is converted.
/// </summary>
internal static class UpperBound
{
    /// <summary>Whether the operation that a number is an operand of holds it to a bound.</summary>
    /// <param name="number">The number, as it is read.</param>
    public static bool Holds(IOperation number)
    {
        IOperation operand = number;
        bool isSigned = false;
        while (operand.Parent is IConversionOperation conversion)
        {
            operand = conversion;
            isSigned |= conversion is { Type.SpecialType: SpecialType.System_Int64, Operand.Type.SpecialType: SpecialType.System_UInt64 };
        }

        return operand.Parent switch
        {
            IBinaryOperation comparison => AnswerForLarge(comparison, operand, isSigned) is { } answer && IsKeptOut(comparison, answer, number),
            IPatternOperation or IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation => true,
            _ => false,
        };
    }

    /// <summary>What a comparison says of a number that is too large, which is a negative one among signed ones; null for another operation.</summary>
    private static bool? AnswerForLarge(IBinaryOperation comparison, IOperation number, bool isSigned) => comparison.OperatorKind switch
    {
        BinaryOperatorKind.Equals => false,
        BinaryOperatorKind.NotEquals => true,
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => comparison.LeftOperand == number != isSigned,
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => comparison.LeftOperand == number == isSigned,
        _ => null,
    };

    /// <summary>Whether the way that is taken for a condition's answer does not use the number.</summary>
    private static bool IsKeptOut(IOperation condition, bool answer, IOperation number) => condition.Parent switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsKeptOut(not, !answer, number),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => IsKeptOut(both, answer, number),
        IConditionalOperation choice when choice.Condition == condition => answer
            ? IsWayOut(choice.WhenTrue, choice.WhenFalse, number)
            : IsWayOut(choice.WhenFalse, choice.WhenTrue, number),
        IWhileLoopOperation or IForLoopOperation => !answer,
        IReturnOperation => !answer || !IsAgainstZero(condition),
        _ => true,
    };

    /// <summary>Whether a way leaves, or leaves all that is done with the number to the other one.</summary>
    private static bool IsWayOut(IOperation? way, IOperation? other, IOperation number) =>
        (way is null ? other is not null && !Leaves(other) : Leaves(way) || other is not null) && !Uses(way, number);

    private static bool Leaves(IOperation way) => way switch
    {
        IBlockOperation block => block.Operations.Any(Leaves),
        IReturnOperation or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    private static bool Uses(IOperation? way, IOperation number) => way is not null && SymbolsIn(number).FirstOrDefault() is { } symbol
        && SymbolsIn(way).Contains(symbol, SymbolEqualityComparer.Default);

    private static IEnumerable<ISymbol> SymbolsIn(IOperation operation) => operation.DescendantsAndSelf()
        .Select(static part => part switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation given => given.Parameter,
            _ => null,
        })
        .OfType<ISymbol>();

    private static bool IsAgainstZero(IOperation condition) => condition is IBinaryOperation comparison
        && (IsZero(comparison.LeftOperand) || IsZero(comparison.RightOperand));

    private static bool IsZero(IOperation value) => Outputs.Unconverted(value).ConstantValue is { HasValue: true, Value: 0 or 0u or 0L or 0UL };
}
