using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4006: one number is taken for an error of another kind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedErrorAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Errors of different kinds are mixed",
        "'{0}' {1}",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        ErrorFamilies families = new(declarations);
        start.RegisterOperationAction(operation => InspectComparison(operation, families), OperationKind.Binary);
        start.RegisterOperationAction(operation => InspectPattern(operation, families), OperationKind.ConstantPattern);
        start.RegisterOperationAction(operation => InspectCase(operation, families), OperationKind.CaseClause);
        start.RegisterOperationAction(operation => InspectConversion(operation, families), OperationKind.Conversion);
        start.RegisterOperationAction(operation => InspectCreation(operation, families), OperationKind.ObjectCreation);
        start.RegisterOperationBlockAction(block => InspectReturns(block, families));
    }

    private static void InspectComparison(OperationAnalysisContext context, ErrorFamilies families)
    {
        IBinaryOperation comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan
            or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)
        {
            bool isEquality = comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
            JudgePair(context, comparison.LeftOperand, comparison.RightOperand, isEquality, families);
        }
    }

    private static void InspectPattern(OperationAnalysisContext context, ErrorFamilies families)
    {
        IConstantPatternOperation pattern = (IConstantPatternOperation)context.Operation;
        if (PatternSubject.Of(pattern) is { } subject)
        {
            JudgePair(context, subject, pattern.Value, isEquality: true, families);
        }
    }

    private static void InspectCase(OperationAnalysisContext context, ErrorFamilies families)
    {
        if (context.Operation is ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation choice } only)
        {
            JudgePair(context, choice.Value, only.Value, isEquality: true, families);
        }
    }

    private static void JudgePair(OperationAnalysisContext context, IOperation left, IOperation right, bool isEquality, ErrorFamilies families)
    {
        if (families.Of(left) is not { } first)
        {
            return;
        }

        if (families.Of(right) is { } second && first != second)
        {
            Report(context, $"compares {NameOf(first)} with {NameOf(second)}: {Consequence(first, second)}");
        }
        else if (isEquality && first == ErrorFamily.NegatedErrno && ErrorFamilies.IsMinusOne(right))
        {
            Report(context, "asks for -EPERM and for no other failure: every error has a number of its own here. Ask IsFailure.");
        }
        else if (isEquality && XenErrnos.IsForeign(first, right, context.Compilation))
        {
            Report(context, "asks for an error number that Xen does not have: the host's has another meaning, and others differ from system to system. Name one of XenErrno's.");
        }
    }

    private static void InspectConversion(OperationAnalysisContext context, ErrorFamilies families)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion is { IsImplicit: false, OperatorMethod: null } && ErrorFamilies.OfType(conversion.Type) is { } target
            && families.Of(conversion.Operand) is { } source && !AreOneBySign(source, target) && !IsSameType(conversion))
        {
            Report(context, $"makes {NameOf(target)} of {NameOf(source)}: {Consequence(source, target)}");
        }
    }

    private static bool IsSameType(IConversionOperation conversion) =>
        SymbolEqualityComparer.Default.Equals(conversion.Type, Outputs.Unconverted(conversion.Operand).Type);

    private static void InspectCreation(OperationAnalysisContext context, ErrorFamilies families)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (ResultTypes.IsXenResult(creation.Type) && creation.Arguments is [{ Value: { } number }]
            && families.Of(number) is { } family and not ErrorFamily.NegatedErrno)
        {
            Report(context, $"makes a result of {NameOf(family)}: {Consequence(family, ErrorFamily.NegatedErrno)}");
        }
    }

    /// <summary>Holds what a method returns on its several ways against each other; a lambda's ways are its own.</summary>
    private static void InspectReturns(OperationBlockAnalysisContext context, ErrorFamilies families)
    {
        IEnumerable<IGrouping<IOperation, IReturnOperation>> functions = context.OperationBlocks
            .SelectMany(static block => block.DescendantsAndSelf())
            .OfType<IReturnOperation>()
            .GroupBy(static exit => FunctionOf(exit));
        foreach (IGrouping<IOperation, IReturnOperation> exits in functions)
        {
            (IOperation Value, ErrorFamily Family)[] returned =
            [
                .. from leaf in exits.SelectMany(static exit => LeavesOf(exit.ReturnedValue))
                   let family = families.Of(leaf) ?? (ErrorFamilies.IsMinusOne(leaf) ? ErrorFamily.MinusOne : null)
                   where family is not null
                   select (leaf, family.Value),
            ];
            ErrorFamily? first = returned.Where(static item => item.Family != ErrorFamily.MinusOne).Select(static item => (ErrorFamily?)item.Family).FirstOrDefault();
            foreach ((IOperation value, ErrorFamily family) in returned.Where(item => first is not null && item.Family != first))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, value.Syntax.GetLocation(), value.Syntax.ToString(),
                    $"is {NameOf(family)}, and the method returns {NameOf(first!.Value)} elsewhere: {Consequence(family, first.Value)}"));
            }
        }
    }

    private static IOperation FunctionOf(IOperation exit)
    {
        IOperation around = exit;
        while (around.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            around = parent;
        }

        return around;
    }

    private static IEnumerable<IOperation> LeavesOf(IOperation? value) => value switch
    {
        null => [],
        IConditionalOperation { WhenFalse: { } otherwise } choice => LeavesOf(choice.WhenTrue).Concat(LeavesOf(otherwise)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => LeavesOf(arm.Value)),
        IConversionOperation { IsImplicit: true } conversion => LeavesOf(conversion.Operand),
        _ => [value],
    };

    private static void Report(OperationAnalysisContext context, string says) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), context.Operation.Syntax.ToString(), says));

    private static bool AreOneBySign(ErrorFamily left, ErrorFamily right) =>
        left is ErrorFamily.Errno or ErrorFamily.NegatedErrno && right is ErrorFamily.Errno or ErrorFamily.NegatedErrno;

    private static string Consequence(ErrorFamily left, ErrorFamily right) =>
        left == ErrorFamily.MinusOne ? "-1 is -EPERM there"
        : AreOneBySign(left, right) ? "they are never the same, for one is negative where the other is positive. Ask Errno."
        : left == ErrorFamily.Host || right == ErrorFamily.Host ? "the host numbers its errors its own way, and has one only if its own call failed"
        : "one number means two things, as -12 is GNTST_eagain and -ENOMEM";

    private static string NameOf(ErrorFamily family) => family switch
    {
        ErrorFamily.Errno => "an error number of Xen's",
        ErrorFamily.NegatedErrno => "a negated error number of Xen's",
        ErrorFamily.Status => "a status",
        ErrorFamily.Host => "an error number of the host's",
        _ => "C's -1",
    };
}
