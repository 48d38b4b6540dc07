using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>The part of a method that is done again when the hypervisor asks for it.</summary>
/// <param name="Body">What is done again.</param>
/// <param name="Condition">The loop's own condition; null when it has none.</param>
internal sealed record Retry(IReadOnlyList<IOperation> Body, IOperation? Condition)
{
    /// <summary>What a test has done again; null when it has nothing done again.</summary>
    public static Retry? Of(RetryTest test) => test.Condition.Parent switch
    {
        IWhileLoopOperation loop when loop.Condition == test.Condition => test.HoldsOnRetry != loop.ConditionIsUntil ? OfLoop(loop) : null,
        IForLoopOperation loop when loop.Condition == test.Condition => test.HoldsOnRetry ? OfLoop(loop) : null,
        IConditionalOperation branch when branch.Condition == test.Condition && branch.Type is null => OfBranch(branch, test.HoldsOnRetry),
        _ => null,
    };

    /// <summary>Whether only what the calls in it answer decides about an end.</summary>
    /// <param name="declarations">Knows the operations.</param>
    public bool IsUnbounded(OperationDeclarations declarations)
    {
        IEnumerable<IOperation> all = Body.SelectMany(static part => part.DescendantsAndSelf());
        HashSet<ISymbol> answers = new(AnswersOf(Condition is null ? all : all.Concat(Condition.DescendantsAndSelf()), declarations), SymbolEqualityComparer.Default);
        return answers.Count > 0
            && (Condition is null || IsAboutAnswers(Condition, answers))
            && all.OfType<IConditionalOperation>().Where(IsWayOut).All(branch => IsAboutAnswers(branch.Condition, answers));
    }

    private static Retry? OfBranch(IConditionalOperation branch, bool holdsOnRetry)
    {
        IOperation? onRetry = holdsOnRetry ? branch.WhenTrue : branch.WhenFalse;
        IOperation? otherwise = holdsOnRetry ? branch.WhenFalse : branch.WhenTrue;
        if (onRetry?.DescendantsAndSelf().OfType<IBranchOperation>().FirstOrDefault(static jump => jump.BranchKind == BranchKind.GoTo) is { } back)
        {
            return OfLabel(branch, back);
        }

        if (LoopAround(branch) is not { LoopKind: LoopKind.While or LoopKind.For } loop || (ConditionOf(loop) is { } condition && condition.ConstantValue is not { Value: true }))
        {
            return null;
        }

        bool endsOtherwise = otherwise is not null && Leaves(otherwise);
        bool goesOn = onRetry?.DescendantsAndSelf().OfType<IBranchOperation>().Any(static jump => jump.BranchKind == BranchKind.Continue) == true
            && loop.Body is IBlockOperation { Operations: [.., { } last] } && Leaves(last);
        return endsOtherwise || goesOn ? OfLoop(loop) : null;
    }

    private static Retry OfLoop(ILoopOperation loop) =>
        new([loop.Body], ConditionOf(loop) is { ConstantValue.HasValue: false } condition ? condition : null);

    /// <summary>What stands between a label and the jump back to it.</summary>
    private static Retry? OfLabel(IOperation branch, IBranchOperation back)
    {
        if (branch.Parent is not IBlockOperation block)
        {
            return null;
        }

        List<IOperation> before = [.. block.Operations.TakeWhile(part => part != branch)];
        int label = before.FindIndex(part => part is ILabeledOperation labeled && SymbolEqualityComparer.Default.Equals(labeled.Label, back.Target));
        return label < 0 ? null : new Retry([.. before.Skip(label), branch], null);
    }

    private static ILoopOperation? LoopAround(IOperation operation)
    {
        IOperation? around = operation.Parent;
        while (around is not (null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            around = around.Parent;
        }

        return around as ILoopOperation;
    }

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: { } condition } => condition,
        IForLoopOperation { Condition: { } condition } => condition,
        _ => null,
    };

    private static bool IsWayOut(IConditionalOperation branch) => branch.Type is null && (Leaves(branch.WhenTrue)
        || (branch.WhenFalse is { } otherwise && Leaves(otherwise))
        || branch.DescendantsAndSelf().OfType<IBranchOperation>().Any(static jump => jump.BranchKind is BranchKind.Continue or BranchKind.GoTo));

    private static bool Leaves(IOperation part) => part.DescendantsAndSelf()
        .Any(static inner => inner is IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.Break });

    /// <summary>The locals that hold what the calls answer, and the methods that answer themselves.</summary>
    private static IEnumerable<ISymbol> AnswersOf(IEnumerable<IOperation> all, OperationDeclarations declarations)
    {
        foreach (IInvocationOperation invocation in all.OfType<IInvocationOperation>())
        {
            if (declarations.Of(invocation) is not { } call)
            {
                if (IsAnswer(invocation.Type))
                {
                    yield return invocation.TargetMethod;
                }

                continue;
            }

            yield return call.Declaration;
            foreach (ILocalSymbol local in Outputs.OutcomesOf(call).Select(static outcome => Outputs.LocalOf(outcome.Argument.Value)).OfType<ILocalSymbol>())
            {
                yield return local;
            }
        }
    }

    private static bool IsAnswer(ITypeSymbol? type) => ErrorFamilies.OfType(type) is not null || ResultTypes.IsResult(type);

    /// <summary>Whether a condition depends on nothing but answers.</summary>
    private static bool IsAboutAnswers(IOperation condition, HashSet<ISymbol> answers) => condition switch
    {
        { ConstantValue.HasValue: true } => true,
        _ when IsAnswer(condition.Type) => true,
        ILocalReferenceOperation local => answers.Contains(local.Local),
        IInvocationOperation { Instance: null } => false,
        IPatternOperation => true,
        _ => condition.ChildOperations.Any() && condition.ChildOperations.All(child => IsAboutAnswers(child, answers)),
    };
}
