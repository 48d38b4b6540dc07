using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Buffers;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>An index that is greater in each round of a loop than in the one before.</summary>
/// <param name="Variable">What makes it greater.</param>
/// <param name="Loop">The loop.</param>
internal sealed record RisingIndex(ILocalSymbol Variable, ILoopOperation Loop)
{
    private const int MaximumDepth = 16;

    /// <summary>What an index rises with, or the indexes in a list; null when they do not, or nobody knows.</summary>
    public static RisingIndex? Of(IOperation index) => OfNumber(index, MaximumDepth) ?? OfList(Outputs.Unconverted(index));

    private static RisingIndex? OfNumber(IOperation number, int depth) => depth == 0 ? null : Outputs.Unconverted(number) switch
    {
        ILocalReferenceOperation local => LoopThatRaises(local.Local, local) is { } loop ? new RisingIndex(local.Local, loop)
            : LocalUse.OnlyValueOf(local) is { } only ? OfNumber(only, depth - 1)
            : null,
        IIncrementOrDecrementOperation { Kind: OperationKind.Increment } step => OfNumber(step.Target, depth - 1),
        IObjectCreationOperation { Arguments: [{ Value: { } only }] } => OfNumber(only, depth - 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
            (IsSteady(sum.RightOperand) ? OfNumber(sum.LeftOperand, depth - 1) : null) ?? (IsSteady(sum.LeftOperand) ? OfNumber(sum.RightOperand, depth - 1) : null),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } rest => IsSteady(rest.RightOperand) ? OfNumber(rest.LeftOperand, depth - 1) : null,
        _ => null,
    };

    /// <summary>A list that the method fills in order: what is in it is done in that order too.</summary>
    private static RisingIndex? OfList(IOperation list) => list is not ILocalReferenceOperation { Type: IPointerTypeSymbol or IArrayTypeSymbol or { IsRefLikeType: true } } local
        ? null
        : LocalUse.Root(list).Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is not ILocalReferenceOperation && SymbolEqualityComparer.Default.Equals(MemberWrites.RootOf(assignment.Target), local.Local))
            .Select(static assignment => OfNumber(assignment.Value, MaximumDepth) is { } value && PositionOf(assignment.Target) is { } position && position.Loop == value.Loop ? value : null)
            .FirstOrDefault(static rising => rising is not null);

    private static RisingIndex? PositionOf(IOperation element) =>
        element is not IMemberReferenceOperation { Instance: { } whole } || element is IPropertyReferenceOperation { Arguments.Length: > 0 }
            ? element.ChildOperations.Skip(1).FirstOrDefault() is { } position ? OfNumber(position is IArgumentOperation argument ? argument.Value : position, MaximumDepth) : null
            : PositionOf(whole);

    private static bool IsSteady(IOperation operand) => operand.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
        .All(static local => LoopsAround(local).All(loop => !WritesTo(local.Local, loop).Any()));

    private static ILoopOperation? LoopThatRaises(ILocalSymbol local, IOperation use) =>
        LoopsAround(use).FirstOrDefault(loop => WritesTo(local, loop).ToArray() is { Length: > 0 } writes && writes.All(IsRise));

    private static IEnumerable<ILoopOperation> LoopsAround(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            if (around is ILoopOperation loop)
            {
                yield return loop;
            }
        }
    }

    /// <summary>What may change a local from one round of a loop to the next.</summary>
    private static IEnumerable<IOperation> WritesTo(ILocalSymbol local, ILoopOperation loop) => loop.ChildOperations
        .Except((loop as IForLoopOperation)?.Before ?? Enumerable.Empty<IOperation>())
        .SelectMany(static part => part.DescendantsAndSelf())
        .OfType<ILocalReferenceOperation>()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
        .Select(static reference => reference.Parent)
        .OfType<IOperation>()
        .Where(static parent => parent is IIncrementOrDecrementOperation or IAddressOfOperation or IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }
            || parent is IAssignmentOperation { Target: ILocalReferenceOperation })
        .Where(parent => parent is not IAssignmentOperation { Target: ILocalReferenceOperation target } || SymbolEqualityComparer.Default.Equals(target.Local, local));

    private static bool IsRise(IOperation write) => write switch
    {
        IIncrementOrDecrementOperation step => step.Kind == OperationKind.Increment,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } step => IsPositive(step.Value),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: var value } =>
            Outputs.Unconverted(value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && Outputs.Unconverted(sum.LeftOperand) is ILocalReferenceOperation same
            && SymbolEqualityComparer.Default.Equals(same.Local, target.Local) && IsPositive(sum.RightOperand),
        _ => false,
    };

    private static bool IsPositive(IOperation step) => Outputs.Unconverted(step) is { ConstantValue: { HasValue: true, Value: { } number } }
        && number is not (0 or < 0 or 0L or < 0L or 0u or 0ul);
}
